import { describe, expect, it } from 'vitest';
import { HISTORY_MAX } from '#shared/schema/history.ts';
import { DEFAULT_LIMITS, RATE_MS } from '#shared/schema/limits.ts';
import { LANGUAGES } from '#shared/schema/view.ts';
import { readVolume } from '#shared/words/catalogues.ts';
import { en } from '#shared/words/en.ts';
import { privacy } from '#shared/words/en/privacy.ts';
import type { Tables } from '../../server/store/tables.ts';
import { lengthOfTime } from '../../server/web/length-of-time.ts';
import { privacyOf, type PrivacyWord } from '../../server/web/privacy.ts';
import { openCore } from '../support/core-app.ts';
import { openPage } from '../support/share-page.ts';

/** None of them as long as it is by default, nor as any other. */
const LIMITS = {
  flowMs: 7 * 60_000,
  sessionIdleMs: 9 * 86_400_000,
  aheadKeptMs: 8_000,
  eventsKeptMs: 5 * 3_600_000,
  erasedKeptMs: 2 * 60_000,
};

/** Where the page speaks of each table; one that is added to the store has to be added here, and so to the page. */
const TABLES = {
  accounts: ['name'],
  sessions: ['devices'],
  identities: ['networks'],
  pictures: ['networks'],
  tickets: ['signIn'],
  secrets: ['leave'],
  space_follows: ['follows'],
  mutes: ['blocks'],
  domains: ['trail'],
  shut_out: ['known'],
  kept_blocks: ['known'],
  kept_bans: ['known'],
  bluesky_statuses: ['leave'],
  spaces: ['hosted', 'gone'],
  participants: ['joined', 'gone'],
  space_bans: ['trail'],
  blocks: ['blocks'],
  reports: ['reports'],
  webhook_inbox: ['events'],
  audit: ['trail'],
} satisfies Record<keyof Tables, PrivacyWord[]>;

const inText = (text: string) => text.replace(/\s+/g, ' ').trim();

async function openPrivacy(options: Parameters<typeof openCore>[0] = {}, language = 'en') {
  const page = await openPage(await openCore(options), '/privacy', { 'accept-language': language });
  const text = (element: Element | null) => inText(element?.textContent ?? '');
  const items = [...page.document.querySelectorAll('.kept dl > div')];
  const kept = items.map((item): [string, string] => [
    text(item.querySelector('dt')),
    text(item.querySelector('.kept-for')),
  ]);
  return { ...page, kept: new Map(kept), main: text(page.document.querySelector('main')) };
}

describe('the page about privacy', () => {
  it('says of each thing for how long it is kept, by the limits that the server goes by', async () => {
    const { response, kept } = await openPrivacy({ limits: LIMITS });
    expect(response.status).toBe(200);
    const timed = [...kept].filter(([, time]) => /\d/.test(time));
    expect(Object.fromEntries(timed)).toEqual({
      [privacy.address]: 'Kept for at most: 1 minute',
      [privacy.signIn]: 'Kept for at most: 7 minutes',
      [privacy.devices]: 'Kept until unused for: 9 days',
      [privacy.ahead]: 'Kept for at most: 8 seconds',
      [privacy.events]: 'Kept for at most: 5 hours',
      [privacy.gone]: 'Kept for at most: 2 minutes',
    });
    expect(RATE_MS).toBe(60_000);
    expect([...kept.values()].filter((until) => until === '')).toEqual([]);
  });

  it('speaks of every table of the store', () => {
    const named = privacyOf(DEFAULT_LIMITS).flatMap(({ items }) => items.map(({ name }) => name));
    for (const words of Object.values(TABLES)) for (const word of words) expect(named).toContain(word);
  });

  it.each(LANGUAGES)('says all of it in %s, with no hole left open', async (language) => {
    const { document, main, kept } = await openPrivacy(
      { config: { operatorContact: 'ops@wren.example' } },
      language,
    );
    const { privacy: words } = await readVolume(language);
    expect(document.documentElement.lang).toBe(language);
    expect(document.querySelector('h1')?.textContent).toBe(words.title);
    expect(kept.get(words.devices)).toContain(inText(lengthOfTime(DEFAULT_LIMITS.sessionIdleMs, language)));
    expect(main).toContain(String(HISTORY_MAX));
    expect(main).not.toMatch(/[{}]/);
    const said = main.replace(/[\u2066-\u2069]/g, '');
    const plain = Object.values(words).filter((word) => !word.includes('{') && word !== words.keptNot);
    expect(plain.filter((word) => !said.includes(word))).toEqual([]);
  });

  it.each([
    ['ops@wren.example', 'mailto:ops@wren.example'],
    ['https://wren.example/about?a=1&b=2', 'https://wren.example/about?a=1&b=2'],
  ])('leads to whoever runs the server: %s', async (operatorContact, href) => {
    const { document } = await openPrivacy({ config: { operatorContact } });
    const links = [...document.querySelectorAll('main a')];
    expect(links.map((link) => link.getAttribute('href'))).toEqual([href]);
    expect(links[0]?.textContent).toBe(operatorContact);
  });

  it('names nobody where the operator names no contact', async () => {
    const { document, main } = await openPrivacy();
    expect(document.querySelector('main a')).toBeNull();
    expect(main).not.toContain(privacy.contact);
  });

  it('runs no script, is never framed, and is limited as every reading is', async () => {
    const core = await openCore({ limits: { readsPerMinute: 1 } });
    const { response, document } = await openPage(core, '/privacy');
    expect(document.querySelectorAll('script, style, [style], [onclick]')).toHaveLength(0);
    expect(response.headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
    expect(response.headers.get('permissions-policy')).toContain('microphone=()');
    expect(response.headers.get('vary')).toBe('accept-language');
    expect((await core.request('GET', '/privacy')).status).toBe(429);
  });

  it('is linked from the page of a Space and from that of operators, also below a path', async () => {
    const core = await openCore({ config: { publicUrl: 'https://wren.example/perch' } });
    const { spaceId } = await core.liveSpace();
    for (const path of [`/s/${spaceId}`, '/moderation']) {
      const { document } = await openPage(core, path);
      const link = document.querySelector('.share-foot a');
      expect(link?.getAttribute('href')).toBe('https://wren.example/perch/privacy');
      expect(link?.textContent).toBe(en.page_privacy);
    }
    const { document } = await openPage(core, `/s/${spaceId}/player`);
    expect(document.querySelector('.share-foot')).toBeNull();
  });
});

it('says a length of time in the largest unit that it fills', () => {
  const inEnglish = [86_400_000, 90 * 60_000, 90_000, 1_500].map((ms) => lengthOfTime(ms, 'en'));
  expect(inEnglish).toEqual(['1 day', '90 minutes', '90 seconds', '1.5 seconds']);
  expect(lengthOfTime(30 * 86_400_000, 'ar')).toContain('30');
});
