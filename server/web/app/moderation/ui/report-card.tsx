import { useSignal } from '@preact/signals';
import { useId, useRef } from 'preact/hooks';
import type { KnownAccount, Report } from '#shared/schema/moderation.ts';
import { Button } from '#shared/ui/button.tsx';
import { useOffice } from '../office-context.ts';
import { useVoice } from '../words.ts';
import { EndForm } from './end-form.tsx';
import { nameOf, Person, Suspended } from './person.tsx';
import { SuspendForm } from './suspend-form.tsx';
import { DeedTrouble } from './trouble.tsx';
import { When } from './when.tsx';

interface ReportCardProps {
  report: Report;
  /** The report went elsewhere. */
  onMoved: () => void;
}

/** One report: what it says, who it is about, and what can be done. */
export function ReportCard({ report, onMoved }: ReportCardProps) {
  const voice = useVoice();
  const { say } = voice;
  const id = useId();
  const { reason, at, text, space, target, reporter, host, handledBy, handledAt, state } = report;
  return (
    <article class="report" aria-labelledby={id}>
      <header class="report-head">
        <h3 id={id}>{say(`reason_${reason}`)}</h3>
        <When at={at} />
      </header>
      {target ? (
        <Person id={report.id} who={target} />
      ) : (
        <div class="report-space">
          <p class="known-name">{say('reportOfSpace', { title: space.title })}</p>
          <p class="known-note">{say('hostedBy', { name: nameOf(host, voice) })}</p>
          {host && <Suspended account={host} />}
        </div>
      )}
      {text && (
        <blockquote class="report-text" dir="auto">
          {text}
        </blockquote>
      )}
      <p class="report-where">
        {target && (
          <>
            <a href={`s/${space.id}`} target="_blank" rel="noopener">
              {say('reportIn', { title: space.title })}
            </a>{' '}
            ·{' '}
          </>
        )}
        <span data-live={space.state === 'live' || undefined}>{say(`spaceIs_${space.state}`)}</span>
      </p>
      <p class="report-where">
        {say('reportedBy', {
          name: [reporter.name || say('somebodyGone'), ...reporter.handles.map(({ handle }) => handle)].join(
            ' ',
          ),
        })}
        {' · '}
        {say(`roleThen_${reporter.role ?? 'outside'}`)}
      </p>
      {state === 'done' && handledAt !== null && (
        <p class="report-where">
          {say('putAwayBy', { name: nameOf(handledBy, voice), when: voice.when(handledAt) })}
        </p>
      )}
      <ReportDeeds report={report} account={target ? target.account : host} onMoved={onMoved} />
    </article>
  );
}

type Asking = 'suspend' | 'end' | null;

interface ReportDeedsProps extends ReportCardProps {
  /** Who can be suspended for it. */
  account: KnownAccount | null;
}

function ReportDeeds(props: ReportDeedsProps) {
  const { deeds } = useOffice();
  const asking = useSignal<Asking>(null);
  const row = useRef<HTMLDivElement>(null);
  const { account, report } = props;
  // The button that asked may be another one now.
  const handleClose = () => {
    asking.value = null;
    deeds.forget();
    requestAnimationFrame(() => row.current?.querySelector('button')?.focus());
  };
  if (asking.value === 'suspend' && account) return <SuspendForm account={account} onClose={handleClose} />;
  if (asking.value === 'end') return <EndForm space={report.space} onClose={handleClose} />;
  return (
    <>
      <DeedTrouble deed={putOf(report)} />
      <DeedTrouble deed={letInOf(report)} />
      <div class="report-deeds" ref={row}>
        <DeedRow {...props} onAsk={(what) => (asking.value = what)} />
      </div>
    </>
  );
}

const putOf = ({ id }: Report) => `put:${id}`;
const letInOf = ({ id }: Report) => `letIn:${id}`;

function DeedRow({ report, account, onMoved, onAsk }: ReportDeedsProps & { onAsk: (what: Asking) => void }) {
  const { office, deeds } = useOffice();
  const { say } = useVoice();
  const { id, state, space, target } = report;
  const [put, letIn] = [putOf(report), letInOf(report)];
  const isOpen = state === 'open';
  const handlePut = async () => {
    if (await deeds.run(put, () => office.put(id, isOpen ? 'done' : 'open'))) onMoved();
  };
  return (
    <>
      {account?.suspendedUntil === null && (
        <Button look="quiet" onClick={() => onAsk('suspend')}>
          {say(target ? 'suspend' : 'suspendHost')}
        </Button>
      )}
      {account && account.suspendedUntil !== null && (
        <Button
          look="quiet"
          isBusy={deeds.pending.value === letIn}
          onClick={() => void deeds.run(letIn, () => office.suspend(account.id, 0))}
        >
          {say('letIn')}
        </Button>
      )}
      {space.state !== 'ended' && (
        <Button look="quiet" onClick={() => onAsk('end')}>
          {say('endSpace')}
        </Button>
      )}
      <Button look="quiet" isBusy={deeds.pending.value === put} onClick={() => void handlePut()}>
        {say(isOpen ? 'putAway' : 'putBack')}
      </Button>
      {account && (
        <a
          class="report-trail"
          href="#trail"
          onClick={() => office.showTrail({ byOperators: false, target: account.id })}
        >
          {say('trailOf', { name: account.name })}
        </a>
      )}
    </>
  );
}
