import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import type { FaultCode } from '#shared/schema/errors.ts';
import type { Block } from '#shared/schema/safety.ts';
import { Button } from '#shared/ui/button.tsx';
import type { PartProps } from './options-page.tsx';
import { Section } from './section.tsx';

/** Whom the person has blocked on this server, and the way to undo it. */
export function BlockedPeople({ options, say: t }: PartProps) {
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
    <Section
      part="blocked"
      title={t('blockedPeople')}
      help={t(blocks.value?.length === 0 ? 'nobodyBlocked' : 'blockedPeopleHelp')}
      heading={heading}
    >
      {fault.value && (
        <p class="part-fault" role="alert">
          <b>{t(`fault_${fault.value}`)}.</b> {t(`faultHelp_${fault.value}`)}
          {!blocks.value && (
            <Button look="quiet" onClick={() => void load()}>
              {t('tryAgain')}
            </Button>
          )}
        </p>
      )}
      <ul class="entries" aria-label={t('blockedPeople')}>
        {blocks.value?.map((block) => (
          <BlockedRow key={block.id} block={block} options={options} say={t} onUnblock={unblock} />
        ))}
      </ul>
    </Section>
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
    <li class="entry">
      <span class="entry-name">
        <bdi class="entry-title" dir="auto">
          {block.name}
        </bdi>
        <span class="entry-note">{t('blockedOn', { date })}</span>
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
