import { useSignal } from '@preact/signals';
import { useEffect, useId, useRef } from 'preact/hooks';
import type { FaultCode } from '#shared/schema/errors.ts';
import type { Block } from '#shared/schema/safety.ts';
import { Button } from '#shared/ui/button.tsx';
import type { PartProps } from './options-page.tsx';

/** Whom the person has blocked on this server, and the way to undo it. */
export function BlockedPeople({ options, say: t }: PartProps) {
  const id = useId();
  const blocks = useSignal<Block[] | null>(null);
  const fault = useSignal<FaultCode | null>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const load = async () => {
    const answer = await options.blocks();
    fault.value = answer.fault;
    if (answer.found) blocks.value = answer.found;
  };
  useEffect(() => void load(), []);
  const unblock = async (block: Block) => {
    const outcome = await options.unblock(block.id);
    fault.value = outcome.fault;
    if (outcome.fault) return;
    blocks.value = blocks.value!.filter((other) => other !== block);
    heading.current?.focus();
  };
  return (
    <section class="blocked" aria-labelledby={id}>
      <h2 id={id} ref={heading} tabIndex={-1}>
        {t('blockedPeople')}
      </h2>
      <p class="options-help">{t(blocks.value?.length === 0 ? 'nobodyBlocked' : 'blockedPeopleHelp')}</p>
      {fault.value && (
        <p class="blocked-fault" role="alert">
          <b>{t(`fault_${fault.value}`)}.</b> {t(`faultHelp_${fault.value}`)}
          {!blocks.value && (
            <Button look="quiet" onClick={() => void load()}>
              {t('tryAgain')}
            </Button>
          )}
        </p>
      )}
      <ul aria-labelledby={id}>
        {blocks.value?.map((block) => (
          <BlockedRow key={block.id} block={block} options={options} say={t} onUnblock={unblock} />
        ))}
      </ul>
    </section>
  );
}

interface BlockedRowProps extends PartProps {
  block: Block;
  onUnblock: (block: Block) => Promise<void>;
}

function BlockedRow({ block, options, say: t, onUnblock }: BlockedRowProps) {
  const isBusy = useSignal(false);
  const { language } = options.catalogue.value;
  const date = new Intl.DateTimeFormat(language, { dateStyle: 'medium' }).format(block.at);
  const handleClick = async () => {
    isBusy.value = true;
    await onUnblock(block);
    isBusy.value = false;
  };
  return (
    <li class="blocked-row">
      <span class="blocked-text">
        <bdi class="blocked-name" dir="auto">
          {block.name}
        </bdi>
        <span class="blocked-date">{t('blockedOn', { date })}</span>
      </span>
      <Button
        look="quiet"
        aria-label={t('unblockPerson', { name: block.name })}
        isBusy={isBusy.value}
        onClick={() => void handleClick()}
      >
        {t('unblock')}
      </Button>
    </li>
  );
}
