import { useSignal, type Signal } from '@preact/signals';
import { useRef } from 'preact/hooks';
import { REPORT_REASONS, type ReportReason, type ReportRequest } from '#shared/schema/safety.ts';
import { isolated } from '#shared/words/isolated.ts';
import { Button } from '../button.tsx';
import { useShell, useWords } from '../context.ts';
import { DeedProblem } from '../deed-problem.tsx';
import { Choice } from '../parts/choice.tsx';
import { Sheet } from '../parts/sheet.tsx';
import { Switch } from '../parts/switch.tsx';
import type { StageDesk } from '../stage-desk.ts';
import { errorOf } from '../text-check.ts';
import { TextField } from '../text-field.tsx';

export interface ReportSheetProps {
  desk: StageDesk;
  spaceId: string;
  /** Null reports the Space. */
  person: { pid: string; name: string } | null;
  onClose: () => void;
}

/** Reports a person, and blocks them unless told not to; or reports the Space. */
export function ReportSheet(props: ReportSheetProps) {
  const { deeds } = useShell();
  const done = useSignal<Done | null>(null);
  const close = () => {
    deeds.forget();
    props.onClose();
  };
  if (done.value) return <Thanks key="thanks" done={done.value} onClose={close} />;
  return <ReportForm key="form" {...props} onClose={close} onDone={(what) => (done.value = what)} />;
}

interface Done {
  isReported: boolean;
  blocked: string | null;
}

interface ReportFormProps extends ReportSheetProps {
  onDone: (done: Done) => void;
}

function ReportForm({ desk, spaceId, person, onClose, onDone }: ReportFormProps) {
  const { deeds } = useShell();
  const say = useWords();
  const reason = useSignal<ReportReason | null>(null);
  const text = useSignal('');
  const isBlocking = useSignal(person !== null);
  const isMissing = useSignal(false);
  const isReported = useSignal(false);
  const form = useRef<HTMLFormElement>(null);
  const error = text.value.trim() ? errorOf('report', text.value, say) : null;
  const blocked = isBlocking.value ? (person?.name ?? null) : null;
  const block = async () => !person || deeds.run('block', () => desk.block(spaceId, person.pid));

  const handleSubmit = async (event: Event) => {
    event.preventDefault();
    isMissing.value = reason.value === null;
    if (!reason.value) return form.current?.querySelector('input')?.focus();
    if (error) return form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
    const request = requestOf({ spaceId, pid: person?.pid, reason: reason.value, text: text.value });
    // A block that failed is tried again alone.
    isReported.value ||= await deeds.run('report', () => desk.report(request));
    if (isReported.value && (!blocked || (await block()))) onDone({ isReported: true, blocked });
  };
  const handleOnlyBlock = async () => {
    if (await block()) onDone({ isReported: isReported.value, blocked });
  };

  return (
    <Sheet
      title={person ? say('blockAndReportPerson', { name: isolated(person.name) }) : say('reportSpace')}
      help={say('reportHelp')}
      onClose={onClose}
    >
      <form class="sheet-form" noValidate ref={form} onSubmit={handleSubmit}>
        <Reasons reason={reason} isMissing={isMissing} />
        <TextField
          field="report"
          label={say('reportText')}
          hint={say('reportTextHint')}
          text={text}
          error={error}
        />
        {person && (
          <Switch
            label={say('alsoBlock', { name: isolated(person.name) })}
            help={say('alsoBlockHelp')}
            isOn={isBlocking.value}
            onChange={(on) => (isBlocking.value = on)}
          />
        )}
        <DeedProblem deed="report" />
        <DeedProblem deed="block" />
        <ReportChoices onlyBlock={blocked === null ? null : () => void handleOnlyBlock()} />
      </form>
    </Sheet>
  );
}

function requestOf({ spaceId, pid, reason, text }: ReportRequest): ReportRequest {
  return { spaceId, ...(pid && { pid }), reason, ...(text?.trim() && { text }) };
}

interface ReasonsProps {
  reason: Signal<ReportReason | null>;
  isMissing: Signal<boolean>;
}

function Reasons({ reason, isMissing }: ReasonsProps) {
  const say = useWords();
  const choose = (value: ReportReason) => {
    reason.value = value;
    isMissing.value = false;
  };
  return (
    <>
      <Choice
        legend={say('reportWhy')}
        options={REPORT_REASONS.map((value) => ({ value, label: say(`reason_${value}`) }))}
        chosen={reason.value}
        onChoose={choose}
      />
      {isMissing.value && (
        <p class="report-missing" role="alert">
          {say('reasonMissing')}
        </p>
      )}
    </>
  );
}

function ReportChoices({ onlyBlock }: { onlyBlock: (() => void) | null }) {
  const { deeds } = useShell();
  const say = useWords();
  const pending = deeds.pending.value;
  return (
    <div class="sheet-choices">
      {onlyBlock && (
        <Button look="quiet" isBusy={pending === 'block'} onClick={onlyBlock}>
          {say('onlyBlock')}
        </Button>
      )}
      <Button look="primary" type="submit" isBusy={pending === 'report'}>
        {say('sendReport')}
      </Button>
    </div>
  );
}

function Thanks({ done: { isReported, blocked }, onClose }: { done: Done; onClose: () => void }) {
  const say = useWords();
  const button = useRef<HTMLButtonElement>(null);
  const blockedLine = blocked ? say('nowBlocked', { name: isolated(blocked) }) : undefined;
  return (
    <Sheet
      role="alertdialog"
      title={isReported ? say('reportThanks') : blockedLine!}
      help={isReported ? blockedLine : undefined}
      first={button}
      onClose={onClose}
    >
      <div class="sheet-choices">
        <Button look="quiet" buttonRef={button} onClick={onClose}>
          {say('close')}
        </Button>
      </div>
    </Sheet>
  );
}
