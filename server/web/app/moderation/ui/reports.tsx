import { useEffect, useRef } from 'preact/hooks';
import type { ReportState } from '#shared/schema/moderation.ts';
import { useOffice } from '../office-context.ts';
import { useVoice } from '../words.ts';
import { Listed } from './listed.tsx';
import { ReportCard } from './report-card.tsx';
import { Segments } from './segments.tsx';

const EMPTY = {
  open: { title: 'nothingOpen', help: 'nothingOpenHelp' },
  done: { title: 'nothingDone', help: 'nothingDoneHelp' },
} as const;

/** What people reported, newest first. */
export function Reports() {
  const { office } = useOffice();
  const { say } = useVoice();
  const heading = useRef<HTMLHeadingElement>(null);
  const state = office.reportState.value;
  useEffect(() => void office.reports.load(), []);
  return (
    <section class="part" aria-labelledby="part-reports">
      <div class="part-head">
        <h2 id="part-reports" ref={heading} tabIndex={-1}>
          {say('reports')}
        </h2>
        <Segments<ReportState>
          label={say('reportsState')}
          options={[
            { value: 'open', label: say('reportsOpen') },
            { value: 'done', label: say('reportsDone') },
          ]}
          chosen={state}
          onChoose={(chosen) => office.showReports(chosen)}
        />
      </div>
      <Listed
        of={office.reports}
        label={say('reports')}
        empty={{ title: say(EMPTY[state].title), help: say(EMPTY[state].help) }}
      >
        {(report) => <ReportCard report={report} onMoved={() => heading.current?.focus()} />}
      </Listed>
    </section>
  );
}
