import { useSignal } from '@preact/signals';
import { useEffect, useId, useRef } from 'preact/hooks';
import type { Device } from '#shared/schema/account.ts';
import type { Found } from '#shared/schema/view.ts';
import { Button } from '../button.tsx';
import { usePart, useWords } from '../context.ts';
import { DeedProblem } from '../deed-problem.tsx';
import { Notice } from '../notice.tsx';
import { helpOf } from '../problem-notice.tsx';
import type { AccountDesk } from './account-desk.ts';

/** Where the person is signed in, and the way to end that from here. */
export function Devices({ desk }: { desk: AccountDesk }) {
  const { deeds } = usePart();
  const say = useWords();
  const id = useId();
  const answer = useSignal<Found<Device[]> | null>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const load = async () => void (answer.value = await desk.devices());
  useEffect(() => void load(), []);
  const signOut = async (device: Device) => {
    const isOut = await deeds.run(deedOf(device), () => desk.signOutDevice(device.id));
    if (!isOut) return;
    await load();
    heading.current?.focus();
  };
  const { found, fault } = answer.value ?? {};
  return (
    <section class="devices" aria-labelledby={id}>
      <h2 id={id} ref={heading} tabIndex={-1}>
        {say('devices')}
      </h2>
      {fault && (
        <Notice
          title={say(`fault_${fault}`)}
          primary={{ label: say('tryAgain'), onClick: () => void load() }}
        >
          {helpOf(fault, say)}
        </Notice>
      )}
      <ul aria-labelledby={id}>
        {found?.map((device) => (
          <DeviceRow key={device.id} device={device} onSignOut={() => void signOut(device)} />
        ))}
      </ul>
    </section>
  );
}

const deedOf = ({ id }: Device) => `account:device:${id}`;

function DeviceRow({ device, onSignOut }: { device: Device; onSignOut: () => void }) {
  const { catalogue, deeds } = usePart();
  const say = useWords();
  const name = device.device || say('unknownDevice');
  const used = new Intl.DateTimeFormat(catalogue.value.language, { dateStyle: 'medium' });
  return (
    <li class="device">
      <span class="device-text">
        <span class="device-name">{name}</span>
        <span class="device-used">
          {device.current ? say('thisDevice') : say('deviceUsed', { date: used.format(device.lastUsedAt) })}
        </span>
      </span>
      {!device.current && (
        <Button
          look="quiet"
          class="small"
          aria-label={say('signOutOf', { device: name })}
          isBusy={deeds.pending.value === deedOf(device)}
          onClick={onSignOut}
        >
          {say('signOut')}
        </Button>
      )}
      <DeedProblem deed={deedOf(device)} />
    </li>
  );
}
