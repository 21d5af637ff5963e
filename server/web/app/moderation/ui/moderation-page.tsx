import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { Button } from '#shared/ui/button.tsx';
import { Mark } from '#shared/ui/mark.tsx';
import { useOffice } from '../office-context.ts';
import { useVoice } from '../words.ts';
import { Domains } from './domains.tsx';
import { Door } from './door.tsx';
import { Reports } from './reports.tsx';
import { Trail } from './trail.tsx';
import { DeedTrouble, Trouble } from './trouble.tsx';

const PARTS = ['reports', 'domains', 'trail'] as const;
type Part = (typeof PARTS)[number];
const BODIES: Record<Part, () => preact.JSX.Element> = { reports: Reports, domains: Domains, trail: Trail };
const SIGN_OUT = 'signOut';

/** The page of those who run the server. */
export function ModerationPage() {
  const { office } = useOffice();
  const { say } = useVoice();
  const visitor = office.visitor.value;
  return (
    <main class="moderation" data-wide={visitor.is === 'operator' || undefined}>
      <header class="moderation-head">
        <Mark />
        <h1>{say('moderation')}</h1>
        {visitor.is === 'operator' && <Me name={visitor.name} />}
      </header>
      {visitor.is === 'unknown' && (
        <p class="listed-note" role="status">
          {say('moderation_looking')}
        </p>
      )}
      {visitor.is === 'lost' && <Trouble fault={visitor.fault} onAgain={() => void office.recognise()} />}
      {visitor.is === 'nobody' && <Door fault={visitor.fault} />}
      {visitor.is === 'stranger' && <Stranger name={visitor.name} />}
      {visitor.is === 'operator' && <Desk />}
      <footer class="moderation-foot">
        <a href="privacy">{say('page_privacy')}</a>
      </footer>
    </main>
  );
}

function Me({ name }: { name: string }) {
  const { say } = useVoice();
  const { office, deeds } = useOffice();
  return (
    <p class="moderation-me">
      <span>{say('signedInAs', { name })}</span>
      <Button look="quiet" onClick={() => void deeds.run(SIGN_OUT, () => office.signOut())}>
        {say('signOut')}
      </Button>
    </p>
  );
}

function Stranger({ name }: { name: string }) {
  const { say } = useVoice();
  const { office, deeds } = useOffice();
  return (
    <div class="door">
      <h2>{say('stranger', { name })}</h2>
      <p class="door-lead">{say('strangerHelp')}</p>
      <DeedTrouble deed={SIGN_OUT} />
      <Button
        look="primary"
        isBusy={deeds.pending.value === SIGN_OUT}
        onClick={() => void deeds.run(SIGN_OUT, () => office.signOut())}
      >
        {say('signInOther')}
      </Button>
    </div>
  );
}

function Desk() {
  const { say } = useVoice();
  const { deeds } = useOffice();
  const part = usePart();
  const Body = BODIES[part];
  useEffect(() => deeds.forget(), [part]);
  return (
    <>
      <nav class="parts" aria-label={say('parts')}>
        {PARTS.map((each) => (
          <a key={each} href={`#${each}`} aria-current={each === part ? 'page' : undefined}>
            {say(each)}
          </a>
        ))}
      </nav>
      <DeedTrouble deed={SIGN_OUT} />
      <Body />
    </>
  );
}

/** The part that the address names. */
function usePart(): Part {
  const part = useSignal(partIn(location.hash));
  useEffect(() => {
    const handleHash = () => (part.value = partIn(location.hash));
    // It may have changed since the first drawing.
    handleHash();
    addEventListener('hashchange', handleHash);
    return () => removeEventListener('hashchange', handleHash);
  }, []);
  return part.value;
}

function partIn(hash: string): Part {
  return PARTS.find((part) => hash === `#${part}`) ?? 'reports';
}
