import { useSignal } from '@preact/signals';
import { Ellipsis, Trash2 } from 'lucide';
import type { ComponentChildren } from 'preact';
import { useId, useRef } from 'preact/hooks';
import type { Identity, MyAccount } from '#shared/schema/account.ts';
import { isolated } from '#shared/words/isolated.ts';
import { NETWORK_NAMES } from '#shared/words/network-names.ts';
import { usePart, useWords } from '../context.ts';
import { DeedProblem } from '../deed-problem.tsx';
import { Icon } from '../icon.tsx';
import { Menu } from '../parts/menu.tsx';
import { Switch } from '../parts/switch.tsx';
import type { AccountDesk } from './account-desk.ts';
import { NETWORK_ICONS } from './network-icon.ts';
import { UnlinkSheet } from './unlink-sheet.tsx';
import type { Me } from './use-me.ts';

interface IdentityListProps {
  desk: AccountDesk;
  me: Me;
  account: MyAccount;
  isInSpace: boolean;
  /** The way to add one. */
  children: ComponentChildren;
}

/** The network accounts that are the person's here, and what each is used for. */
export function IdentityList({ desk, me, account, isInSpace, children }: IdentityListProps) {
  const say = useWords();
  const id = useId();
  const leaving = useSignal<Identity | null>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  return (
    <section class="identities" aria-labelledby={id}>
      <h2 id={id} ref={heading} tabIndex={-1}>
        {say('yourAccounts')}
      </h2>
      <ul aria-labelledby={id}>
        {account.identities.map((identity) => (
          <IdentityRow
            key={identity.id}
            desk={desk}
            me={me}
            identity={identity}
            onUnlink={() => (leaving.value = identity)}
          />
        ))}
      </ul>
      {children}
      {leaving.value && (
        <UnlinkSheet
          desk={desk}
          me={me}
          identity={leaving.value}
          isLast={account.identities.length === 1}
          isInSpace={isInSpace}
          onClose={() => (leaving.value = null)}
          onGone={() => heading.current?.focus()}
        />
      )}
    </section>
  );
}

interface IdentityRowProps {
  desk: AccountDesk;
  me: Me;
  identity: Identity;
  onUnlink: () => void;
}

function IdentityRow({ desk, me, identity, onUnlink }: IdentityRowProps) {
  const { deeds } = usePart();
  const say = useWords();
  const { id, network, handle, shown } = identity;
  const named = { handle: isolated(handle) };
  return (
    <li class="identity">
      <div class="identity-head">
        <span class="identity-icon">
          <Icon of={NETWORK_ICONS[network]} />
        </span>
        <span class="identity-text">
          <bdi class="identity-handle">{handle}</bdi>
          <span class="identity-network">{NETWORK_NAMES[network]}</span>
        </span>
        <Menu
          icon={Ellipsis}
          label={say('identityOptions', named)}
          items={[{ key: 'unlink', label: say('unlink'), icon: Trash2, isGrave: true, onChoose: onUnlink }]}
        />
      </div>
      <Switch
        label={say('showInSpaces')}
        help={say('showInSpacesHelp')}
        isOn={shown}
        isBusy={deeds.pending.value === `account:shown:${id}`}
        onChange={(on) => void me.act(`shown:${id}`, () => desk.change(id, { shown: on }))}
      />
      <DeedProblem deed={`account:shown:${id}`} />
      {network === 'bluesky' && <StatusSwitch desk={desk} me={me} identity={identity} />}
      {network === 'mastodon' && desk.follows && <FollowsSwitch desk={desk} me={me} identity={identity} />}
    </li>
  );
}

type SwitchProps = Omit<IdentityRowProps, 'onUnlink'>;

/** Bluesky itself asks for the leave to set the status; taking it back needs nobody. */
function StatusSwitch({ desk, me, identity: { id, handle, status } }: SwitchProps) {
  const { deeds } = usePart();
  const say = useWords();
  const deed = `status:${id}`;
  const who = handle.replace(/^@/, '');
  const turn = (on: boolean) =>
    on
      ? desk.signIn({ network: 'bluesky', who, purpose: 'status', next: 'list' })
      : desk.change(id, { status: false });
  return (
    <>
      <Switch
        label={say('showOnBluesky')}
        help={say('showOnBlueskyHelp')}
        isOn={status}
        isBusy={deeds.pending.value === `account:${deed}`}
        onChange={(on) => void me.act(deed, () => turn(on))}
      />
      <DeedProblem deed={`account:${deed}`} />
    </>
  );
}

function FollowsSwitch({ desk, me, identity: { id, handle } }: SwitchProps) {
  const { deeds } = usePart();
  const say = useWords();
  const deed = `follows:${id}`;
  const follows = desk.follows!;
  const turn = (on: boolean) =>
    on
      ? desk.signIn({ network: 'mastodon', who: handle, purpose: 'follows', next: 'list' })
      : follows.stop(id);
  return (
    <>
      <Switch
        label={say('followsLeave')}
        help={say('followsLeaveHelp')}
        isOn={follows.read.value.includes(id)}
        isBusy={deeds.pending.value === `account:${deed}`}
        onChange={(on) => void me.act(deed, () => turn(on))}
      />
      <DeedProblem deed={`account:${deed}`} />
    </>
  );
}
