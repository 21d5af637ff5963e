import { fireEvent, screen, waitFor, within } from '@testing-library/preact';
import * as v from 'valibot';
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { HostNameSchema } from '#shared/schema/host-name.ts';
import { Player } from '#shared/ui/player.tsx';
import { intentsOf, mastodonIntent, pageOf } from '#shared/ui/share/announce.ts';
import { fetchShareSheet } from '#shared/ui/share/share-place.tsx';
import { ana, inside, walks, yuki } from '../../support/in-space.ts';
import { show } from '../../support/show.tsx';

beforeAll(fetchShareSheet);

const URL_OF_SPACE = 'https://perch.example.org/s/01ARZ3NDEKTSV4RRFFQ69G5FAV';
const announce = (title: string, url = URL_OF_SPACE) => ({
  sentence: (named: string) => `Listening to “${named}” live`,
  title,
  url,
});
const valuesOf = (address: string) => Object.fromEntries(new URL(address).searchParams);
const countOf = (text: string) =>
  [...new Intl.Segmenter('en', { granularity: 'grapheme' }).segment(text)].length;

describe('the announcement of a Space', () => {
  const said = 'Listening to “Small webs” live';

  it('goes to X with the link apart, so that its card forms', () => {
    const address = intentsOf(announce('Small webs')).x;
    expect(address).toMatch(/^https:\/\/x\.com\/intent\/tweet\?text=/);
    expect(valuesOf(address)).toEqual({ text: said, url: URL_OF_SPACE });
  });

  it("goes to the person's own Mastodon server", () => {
    const address = mastodonIntent('fosstodon.org', announce('Small webs'));
    expect(address).toMatch(/^https:\/\/fosstodon\.org\/share\?/);
    expect(valuesOf(address)).toEqual({ text: said, url: URL_OF_SPACE });
  });

  it('goes to Bluesky and Elk as one text', () => {
    const { bluesky, elk } = intentsOf(announce('Small webs'));
    expect(bluesky).toMatch(/^https:\/\/bsky\.app\/intent\/compose\?text=/);
    expect(elk).toMatch(/^https:\/\/elk\.zone\/intent\/post\?text=/);
    for (const address of [bluesky, elk])
      expect(valuesOf(address)).toEqual({ text: `${said} ${URL_OF_SPACE}` });
  });

  it.each(['Q&A #3: 100 % a+b?', 'a=b&url=https://evil.example', '“quoted” <b>bold</b>', '👩‍👩‍👧‍👦 🏳️‍🌈'])(
    'arrives as it was written: %s',
    (title) => {
      const { x, bluesky } = intentsOf(announce(title));
      expect(valuesOf(x)).toEqual({ text: `Listening to “${title}” live`, url: URL_OF_SPACE });
      expect(valuesOf(bluesky).text).toBe(`Listening to “${title}” live ${URL_OF_SPACE}`);
      expect(`${x}${bluesky}`).not.toMatch(/[+#\s]/);
    },
  );

  it('keeps a title in right-to-left letters to itself', () => {
    const { x } = intentsOf(announce('שיחה על רשתות'));
    expect(valuesOf(x).text).toBe('Listening to “\u2068שיחה על רשתות\u2069” live');
  });

  it('survives half a character', () => {
    expect(valuesOf(intentsOf(announce('cut \ud83d')).x).text).toBe('Listening to “cut \ufffd” live');
  });

  it.each([
    ['letters', 'W'.repeat(400)],
    ['families', '👩‍👩‍👧‍👦'.repeat(300)],
    ['right-to-left letters', 'ש'.repeat(400)],
  ])('fits Bluesky with a title of too many %s, and keeps its link whole', (_, title) => {
    const { text } = valuesOf(intentsOf(announce(title)).bluesky);
    expect(countOf(text!)).toBe(300);
    expect(text).toMatch(/^Listening to “.+…\u2069?” live https:/u);
    expect(text!.endsWith(` ${URL_OF_SPACE}`)).toBe(true);
  });

  it('gives up the sentence before the link', () => {
    const url = pageOf(`https://${'a-very-long-name.'.repeat(15)}example`, '01ARZ3NDEKTSV4RRFFQ69G5FAV');
    expect(valuesOf(intentsOf(announce('Small webs', url)).bluesky).text).toBe(url);
  });
});

describe('the host name of a Mastodon server', () => {
  const read = (text: string) => {
    const host = v.safeParse(HostNameSchema, text);
    return host.success ? host.output : null;
  };

  it.each([
    ['mastodon.social', 'mastodon.social'],
    [' Mastodon.Social ', 'mastodon.social'],
    ['https://fosstodon.org/home', 'fosstodon.org'],
    ['@ana@walks.social', 'walks.social'],
    ['ana@walks.social', 'walks.social'],
    ['chaos.social/@ana', 'chaos.social'],
    ['bücher.example', 'xn--bcher-kva.example'],
  ])('is read from %s', (text, host) => expect(read(text)).toBe(host));

  it.each([
    '',
    'mastodon',
    'localhost',
    '127.0.0.1',
    '[::1]',
    'a b.c',
    'javascript:alert(1)',
    'example.org:8443',
    'https://',
    '-a.example',
    `${'a'.repeat(64)}.example`,
    'a.'.repeat(200),
  ])('is not found in %s', (text) => expect(read(text)).toBeNull());
});

const SHARE = { role: 'button', name: 'Share' } as const;
function openSheet(as = yuki, mastodon?: string) {
  const perch = inside({ as, view: {} });
  if (mastodon) void perch.share.keepMastodon(mastodon);
  show(perch, <Player onPeople={vi.fn()} />);
  fireEvent.click(screen.getByRole(SHARE.role, { name: SHARE.name }));
  return { perch, sheet: within(screen.getByRole('dialog', { name: 'Tell others' })) };
}
const linkTo = (sheet: ReturnType<typeof openSheet>['sheet'], name: string) =>
  sheet.getByRole<HTMLAnchorElement>('link', { name });

describe('sharing from the player', () => {
  let followed: string[];
  let over: AbortController;
  beforeEach(() => {
    followed = [];
    over = new AbortController();
    // A link is followed by the browser; here it only leaves a note.
    const note = (event: Event) => {
      if (!(event.target instanceof HTMLAnchorElement)) return;
      event.preventDefault();
      followed.push(event.target.href);
    };
    document.addEventListener('click', note, { signal: over.signal });
  });
  afterEach(() => {
    over.abort();
    vi.unstubAllGlobals();
  });

  it('links to each network in a tab of its own that learns nothing of ours', () => {
    const { sheet } = openSheet();
    for (const network of ['X', 'Bluesky', 'Elk']) {
      const { target, rel } = linkTo(sheet, `Share on ${network}`);
      expect([target, rel]).toEqual(['_blank', 'noopener noreferrer']);
    }
    expect(valuesOf(linkTo(sheet, 'Share on X').href)).toEqual({
      text: `Listening to “${walks.title}” live`,
      url: `http://localhost:8790/s/${walks.id}`,
    });
  });

  it('says of a host that they host', () => {
    const { sheet } = openSheet(ana);
    expect(valuesOf(linkTo(sheet, 'Share on X').href).text).toBe(`I am hosting “${walks.title}” live`);
  });

  it('names the server of a Space that is not at home', () => {
    const perch = inside({ as: yuki });
    perch.view.value = { ...perch.view.value, spaceServer: 'https://far.example' };
    show(perch, <Player onPeople={vi.fn()} />);
    fireEvent.click(screen.getByRole(SHARE.role, { name: SHARE.name }));
    expect(valuesOf(screen.getByRole<HTMLAnchorElement>('link', { name: 'Share on X' }).href).url).toBe(
      `https://far.example/s/${walks.id}`,
    );
  });

  it('is not offered where there is nowhere to share from', () => {
    const perch = inside({ as: yuki });
    show({ ...perch, share: null } as never, <Player onPeople={vi.fn()} />);
    expect(screen.queryByRole(SHARE.role, { name: SHARE.name })).toBeNull();
  });

  it('asks once for the Mastodon server, goes there at once, and keeps it', async () => {
    const { perch, sheet } = openSheet();
    fireEvent.click(sheet.getByRole('button', { name: 'Share on Mastodon' }));
    const field = sheet.getByRole('textbox', { name: 'Your Mastodon server' });
    expect(document.activeElement).toBe(field);
    fireEvent.input(field, { target: { value: 'https://Fosstodon.org/' } });
    fireEvent.click(sheet.getByRole('button', { name: 'Continue' }));
    await waitFor(() => expect(sheet.queryByRole('textbox')).toBeNull());
    expect(followed).toEqual([linkTo(sheet, 'Share on Mastodon, fosstodon.org').href]);
    expect(followed[0]).toMatch(/^https:\/\/fosstodon\.org\/share\?text=/);
    expect(perch.calls).toContainEqual(['keepMastodon', 'fosstodon.org']);
  });

  it('says how a server is written when it is none', () => {
    const { perch, sheet } = openSheet();
    fireEvent.click(sheet.getByRole('button', { name: 'Share on Mastodon' }));
    fireEvent.input(sheet.getByRole('textbox'), { target: { value: 'my server' } });
    fireEvent.click(sheet.getByRole('button', { name: 'Continue' }));
    expect(sheet.getByText('Write it like mastodon.social.')).toBeTruthy();
    expect(perch.calls.some(([verb]) => verb === 'keepMastodon')).toBe(false);
  });

  it('links to the server that was kept, and lets it be changed', async () => {
    const { perch, sheet } = openSheet(yuki, 'walks.social');
    expect(linkTo(sheet, 'Share on Mastodon, walks.social').href).toMatch(
      /^https:\/\/walks\.social\/share\?/,
    );
    fireEvent.click(sheet.getByRole('button', { name: 'Change your Mastodon server' }));
    const field = sheet.getByRole<HTMLInputElement>('textbox');
    expect(field.value).toBe('walks.social');
    fireEvent.input(field, { target: { value: 'chaos.social' } });
    fireEvent.click(sheet.getByRole('button', { name: 'Continue' }));
    await waitFor(() => linkTo(sheet, 'Share on Mastodon, chaos.social'));
    expect(perch.share.mastodon.value).toBe('chaos.social');
  });

  it('copies the link and says so aloud', async () => {
    const writeText = vi.fn(async (_text: string) => undefined);
    vi.stubGlobal('navigator', { clipboard: { writeText } });
    const { sheet } = openSheet();
    fireEvent.click(sheet.getByRole('button', { name: 'Copy link' }));
    await waitFor(() =>
      expect(sheet.getAllByRole('status').map((status) => status.textContent)).toContain('Copied'),
    );
    expect(writeText).toHaveBeenCalledWith(`http://localhost:8790/s/${walks.id}`);
  });

  it('shows the link where the browser has no clipboard for us', async () => {
    vi.stubGlobal('navigator', {});
    const { sheet } = openSheet();
    fireEvent.click(sheet.getByRole('button', { name: 'Copy link' }));
    await waitFor(() => expect(sheet.getByRole('alert').textContent).toContain(`/s/${walks.id}`));
  });
});
