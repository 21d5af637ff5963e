import { useSignal } from '@preact/signals';
import { useId, useRef } from 'preact/hooks';
import { Button } from '#shared/ui/button.tsx';
import { hostOf } from '#shared/schema/space-link.ts';
import type { PartProps } from './options-page.tsx';
import { Section } from './section.tsx';
import { ServerForm } from './server-form.tsx';

interface ServersProps extends PartProps {
  /** Another server is home. */
  onSaved: () => void;
}

/** The server where the person is at home, and the others whose Spaces Perch reads and joins. */
export function Servers({ options, say: t, onSaved }: ServersProps) {
  return (
    <Section part="servers" title={t('servers')} class="servers">
      <ServerForm address={options.address.value} check={options.useServer} say={t} onSaved={onSaved} />
      <OtherServers options={options} say={t} />
    </Section>
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
      <ul class="entries" aria-labelledby={id}>
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
    <li class="entry">
      <bdi class="entry-name entry-wrap" dir="ltr">
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
