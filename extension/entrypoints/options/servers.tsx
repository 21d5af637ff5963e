import { useSignal } from '@preact/signals';
import { useId, useRef } from 'preact/hooks';
import type { Outcome } from '#shared/schema/view.ts';
import { Button } from '#shared/ui/button.tsx';
import { hostOf } from '#shared/schema/space-link.ts';
import type { PartProps } from './options-page.tsx';

interface ServersProps extends PartProps {
  /** Another server is home. */
  onSaved: () => void;
}

/** The server where the person is at home, and the others whose Spaces Perch reads and joins. */
export function Servers({ options, say: t, onSaved }: ServersProps) {
  const id = useId();
  return (
    <section class="servers" aria-labelledby={id}>
      <h2 id={id} class="unseen">
        {t('servers')}
      </h2>
      <ServerForm options={options} say={t} onSaved={onSaved} />
      <OtherServers options={options} say={t} />
    </section>
  );
}

function ServerForm({ options, say: t, onSaved }: ServersProps) {
  const id = useId();
  const address = useSignal(options.address);
  const outcome = useSignal<Outcome | 'checking' | null>(null);
  const isChecking = outcome.value === 'checking';
  const fault = outcome.value && outcome.value !== 'checking' ? outcome.value.fault : null;

  const handleSubmit = async (event: Event) => {
    event.preventDefault();
    if (outcome.value === 'checking') return;
    outcome.value = 'checking';
    const found = await options.useServer(address.value.trim());
    outcome.value = found;
    if (!found.fault) onSaved();
  };

  return (
    <form class="field" noValidate data-invalid={fault !== null || undefined} onSubmit={handleSubmit}>
      <label for={id}>{t('serverAddress')}</label>
      <p id={`${id}-help`} class="options-help">
        {t('serverHelp')}
      </p>
      <input
        id={id}
        type="url"
        dir="ltr"
        spellcheck={false}
        value={address.value}
        aria-invalid={fault !== null}
        aria-describedby={`${id}-help ${id}-note`}
        onInput={({ currentTarget }) => {
          address.value = currentTarget.value;
          if (!isChecking) outcome.value = null;
        }}
      />
      <p id={`${id}-note`} class="field-note" role="status">
        {fault && `${t(`fault_${fault}`)}. ${t(`faultHelp_${fault}`)}`}
        {outcome.value && !fault && t(isChecking ? 'checking' : 'serverSaved')}
      </p>
      <Button look="primary" type="submit" isBusy={isChecking}>
        {t('checkAndSave')}
      </Button>
    </form>
  );
}

function OtherServers({ options, say: t }: PartProps) {
  const id = useId();
  const heading = useRef<HTMLHeadingElement>(null);
  const servers = options.servers.value;
  const remove = async (server: string) => {
    await options.removeServer(server);
    heading.current?.focus();
  };
  return (
    <div class="others">
      <h3 id={id} ref={heading} tabIndex={-1}>
        {t('otherServers')}
      </h3>
      <p class="options-help">{t(servers.length === 0 ? 'noOtherServers' : 'otherServersHelp')}</p>
      <ul aria-labelledby={id}>
        {servers.map((server) => (
          <ServerRow key={server} server={server} say={t} onRemove={() => remove(server)} />
        ))}
      </ul>
    </div>
  );
}

interface ServerRowProps extends Pick<PartProps, 'say'> {
  server: string;
  onRemove: () => Promise<void>;
}

function ServerRow({ server, say: t, onRemove }: ServerRowProps) {
  const isBusy = useSignal(false);
  const host = hostOf(server);
  const handleClick = async () => {
    isBusy.value = true;
    await onRemove();
    isBusy.value = false;
  };
  return (
    <li class="server-row">
      <bdi class="server-name" dir="ltr">
        {host}
      </bdi>
      <Button
        look="quiet"
        aria-label={t('removeServer', { host })}
        isBusy={isBusy.value}
        onClick={() => void handleClick()}
      >
        {t('remove')}
      </Button>
    </li>
  );
}
