import { cleanup, render } from '@testing-library/preact';
import type { Audit, AuditEntry, Domain, KnownAccount, Report } from '#shared/schema/moderation.ts';
import type { Language } from '#shared/schema/view.ts';
import { createDeeds } from '#shared/ui/deeds.ts';
import { Office } from '../../server/web/app/moderation/office.ts';
import { OfficeContext } from '../../server/web/app/moderation/office-context.ts';
import { ModerationPage } from '../../server/web/app/moderation/ui/moderation-page.tsx';
import { type OfficeWords, VoiceContext, voiceOf } from '../../server/web/app/moderation/words.ts';
import type { WayBack } from '../../server/web/app/sign-in/redirect.ts';
import type { SignInWish } from '#shared/schema/sign-in.ts';
import { ana, fakeHome, fakeSessions, sessionOf } from './fake-sign-in.ts';
import { ulidOf } from './people.ts';
import { officeWordsOf } from './volumes.ts';

export const AT = Date.UTC(2026, 10, 24, 18, 5);

export const olu = {
  ...ana,
  id: 'olu',
  name: 'Olu',
  operator: true,
};

export const known = (id: string, name: string, more: Partial<KnownAccount> = {}): KnownAccount => ({
  id,
  name,
  guest: false,
  identities: [{ network: 'mastodon', handle: `@${id}@walks.social` }],
  suspendedUntil: null,
  ...more,
});
export const ben = known('ben', 'Ben Okafor');
const cem = known('cem', 'Cem');
const knownOlu = known('olu', 'Olu', { identities: [{ network: 'mastodon', handle: '@olu@perch.example' }] });

export const report = (number: number, more: Partial<Report> = {}): Report => ({
  id: `r${number}`,
  at: AT,
  reason: 'harassment',
  text: 'He shouts over everybody and calls people names.',
  state: 'open',
  space: { id: ulidOf(1), title: 'Small webs, long walks', state: 'live' },
  reporter: { name: 'Cem', role: 'listener', handles: cem.identities, account: cem },
  target: { name: 'Ben Okafor', role: 'speaker', handles: ben.identities, account: ben },
  host: known('ana', 'Ana Ferreira'),
  handledBy: null,
  handledAt: null,
  ...more,
});

export const deed = (number: number, more: Partial<AuditEntry> = {}): AuditEntry => ({
  id: `d${number}`,
  at: AT - number * 3_600_000,
  action: 'suspend',
  actorId: 'olu',
  actor: knownOlu,
  targetId: 'ben',
  target: ben,
  space: null,
  detail: { until: AT + 24 * 3_600_000, why: 'Shouts at everybody' },
  ...more,
});

export interface FakeOfficeState {
  language?: Language;
  /** Those of the language where they are left out. */
  words?: OfficeWords;
  /** Who has a session here; nobody when null. */
  me?: typeof ana | null;
  back?: WayBack;
  reports?: Report[];
  more?: boolean;
  domains?: Domain[];
  entries?: AuditEntry[];
  answers?: Parameters<typeof fakeHome>[0];
}

/** The page over a server that answers as told and notes what it was asked. */
export function fakeOffice(state: FakeOfficeState = {}) {
  const {
    language = 'en',
    words = officeWordsOf(language),
    me = olu,
    reports = [report(1)],
    more = false,
    domains = [],
    entries = [deed(1)],
  } = state;
  const audit: Audit = { entries, more };
  const home = fakeHome({
    'GET /v1/me': () => Response.json(me),
    'GET /v1/about': () => Response.json({ networks: ['mastodon', 'bluesky', 'x'], guests: 'listen' }),
    'GET /v1/moderation/reports': () => Response.json({ reports, more }),
    'GET /v1/moderation/domains': () => Response.json({ domains }),
    'GET /v1/moderation/audit': () => Response.json(audit),
    ...state.answers,
  });
  const { sessions } = fakeSessions(me && sessionOf('token', me));
  const left: SignInWish[] = [];
  const redirect = {
    begin: async (wish: SignInWish) => void left.push(wish),
    end: async () => state.back ?? null,
  };
  const office = new Office({ server: home.server, sessions, redirect });
  const view = (
    <VoiceContext.Provider value={voiceOf(language, words)}>
      <OfficeContext.Provider value={{ office, deeds: createDeeds() }}>
        <ModerationPage />
      </OfficeContext.Provider>
    </VoiceContext.Provider>
  );
  return { ...home, office, sessions, left, view };
}

/** Renders the page, in place of the one before, and lets it find out who sits there. */
export async function showOffice(state: FakeOfficeState = {}) {
  cleanup();
  location.hash = '';
  const office = fakeOffice(state);
  render(office.view);
  await office.office.open();
  return office;
}
