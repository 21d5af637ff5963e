import { render } from 'preact';
import type { Language } from '#shared/schema/view.ts';
import { readVolume } from '#shared/words/catalogues.ts';
import { problem } from '../support/fake-flow.ts';
import {
  AT,
  ben,
  deed,
  fakeOffice,
  known,
  olu,
  report,
  type FakeOfficeState,
} from '../support/fake-office.tsx';
import { ana } from '../support/fake-sign-in.ts';
import '../../server/web/app/page.css';
import '../../server/web/app/moderation/moderation.css';

const WEEK_MS = 7 * 24 * 3_600_000;
const outBen = known('ben', 'Ben Okafor', { suspendedUntil: AT + WEEK_MS });
const LONG = 'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamten';
const reports = [
  report(1),
  report(2, {
    reason: 'spam',
    text: '',
    target: {
      name: 'Guest 4821',
      role: 'listener',
      handles: [],
      account: known('g', 'Guest 4821', { guest: true, identities: [] }),
    },
  }),
  report(3, { reason: 'illegal', text: 'They play records that are not theirs.', target: null }),
  report(4, {
    target: { name: 'Ben', role: 'cohost', handles: ben.identities, account: outBen },
    space: { ...report(4).space, state: 'ended' },
  }),
];

const STATES = {
  modDoor: { me: null },
  modDoorFailed: {
    me: null,
    back: {
      news: {
        is: 'failed',
        wish: { network: 'mastodon', purpose: 'sign-in', next: 'list' },
        fault: 'sign_in_cancelled',
      },
      wasIn: false,
    },
  },
  modStranger: { me: ana },
  modReports: { reports, more: true },
  modNothing: { reports: [] },
  modDown: { answers: { 'GET /v1/moderation/reports': () => problem(503, 'shutting_down') } },
  modRefused: { answers: { 'POST /v1/moderation/accounts/ben/suspend': () => problem(403, 'forbidden') } },
  modFrench: { reports, language: 'fr' },
  modHostile: {
    me: { ...olu, name: LONG.slice(0, 40) },
    reports: [
      report(1, {
        text: `<img src=x onerror=alert(1)> ${LONG} ${'Ж'.repeat(200)}`,
        space: { ...report(1).space, title: LONG.slice(0, 70) },
        target: {
          name: 'W'.repeat(40),
          role: 'speaker',
          handles: [{ network: 'mastodon', handle: `@${'w'.repeat(60)}@${'long.'.repeat(9)}example` }],
          account: null,
        },
      }),
    ],
  },
  modDomains: {
    domains: [
      { host: 'finch.example', rule: 'block', at: AT },
      { host: 'wren.example', rule: 'allow', at: AT },
    ],
  },
  modNoDomains: {},
  modTrail: {
    more: true,
    entries: [
      deed(1),
      deed(2, {
        action: 'end:moderated',
        targetId: null,
        target: null,
        space: { id: '1', title: 'Small webs, long walks' },
        detail: { why: 'Music that is not theirs' },
      }),
      deed(3, {
        action: 'domain',
        targetId: null,
        target: null,
        detail: { host: 'finch.example', rule: 'block' },
      }),
      deed(4, { action: 'unsuspend', detail: { why: 'It was somebody else' } }),
      deed(5, {
        action: 'putAway',
        targetId: null,
        target: null,
        space: { id: '1', title: 'Rust audio' },
        detail: { report: 'r' },
      }),
      deed(6, {
        action: 'mute',
        detail: null,
        actor: known('ana', 'Ana Ferreira'),
        space: { id: '1', title: 'Rust audio' },
      }),
    ],
  },
} as const satisfies Record<string, FakeOfficeState>;
export type ModerationState = keyof typeof STATES;

/** The page of those who run the server. */
export async function showModeration(state: ModerationState, language: Language): Promise<void> {
  document.documentElement.className = 'perch';
  const told: FakeOfficeState = { language, ...STATES[state] };
  const { words, inPage, moderation } = await readVolume(told.language!);
  const office = fakeOffice({ ...told, words: { ...words, ...inPage, ...moderation } });
  location.hash =
    state === 'modDomains' || state === 'modNoDomains' ? '#domains' : state === 'modTrail' ? '#trail' : '';
  render(office.view, document.body);
  void office.office.open();
}
