import { useEffect } from 'preact/hooks';
import type { AuditEntry } from '#shared/schema/moderation.ts';
import { Button } from '#shared/ui/button.tsx';
import { deedOf } from '../deed-of.ts';
import { useOffice } from '../office-context.ts';
import { useVoice } from '../words.ts';
import { Listed } from './listed.tsx';
import { nameOf } from './person.tsx';
import { Segments } from './segments.tsx';
import { When } from './when.tsx';

/** What was done, by whom and to whom, newest first. */
export function Trail() {
  const { office } = useOffice();
  const { say } = useVoice();
  const { byOperators, target } = office.trailFilter.value;
  useEffect(() => {
    // Whoever led here may have asked already.
    if (!office.trail.isLoading.peek()) void office.trail.load();
  }, []);
  return (
    <section class="part" aria-labelledby="part-trail">
      <div class="part-head">
        <h2 id="part-trail" tabIndex={-1}>
          {say('trail')}
        </h2>
        <Segments
          label={say('trailBy')}
          options={[
            { value: 'operators', label: say('trailOperators') },
            { value: 'all', label: say('trailAll') },
          ]}
          chosen={byOperators ? 'operators' : 'all'}
          onChoose={(chosen) => office.showTrail({ target, byOperators: chosen === 'operators' })}
        />
      </div>
      {target !== null && <About target={target} />}
      <Listed
        of={office.trail}
        label={say('trail')}
        empty={{ title: say('noTrail'), help: say('noTrailHelp') }}
      >
        {(entry) => <Deed entry={entry} />}
      </Listed>
    </section>
  );
}

/** Whose part of the trail it is, and the way back to all. */
function About({ target }: { target: string }) {
  const { office } = useOffice();
  const voice = useVoice();
  const { say } = voice;
  const { byOperators } = office.trailFilter.value;
  const known = office.trail.items.value?.find(({ targetId }) => targetId === target)?.target ?? null;
  return (
    <div class="domain">
      <p class="domain-text">
        {known ? say('trailAbout', { name: nameOf(known, voice) }) : say('trailAboutNobody')}
      </p>
      <Button look="quiet" onClick={() => office.showTrail({ byOperators, target: null })}>
        {say('showAll')}
      </Button>
    </div>
  );
}

function Deed({ entry }: { entry: AuditEntry }) {
  const voice = useVoice();
  return (
    <div class="deed">
      <p class="deed-text">{deedOf(entry, voice)}</p>
      {entry.detail?.why && (
        <blockquote class="report-text" dir="auto">
          {entry.detail.why}
        </blockquote>
      )}
      <When at={entry.at} />
    </div>
  );
}
