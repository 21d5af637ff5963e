import { describe, expect, it } from 'vitest';
import { hashOfKey, type ShownIdentity } from '#shared/schema/identity.ts';
import type { Card, Space } from '#shared/schema/space.ts';
import { joinOf, problem } from '../../support/fake-flow.ts';
import { follow, identityOf, sky } from '../../support/fake-follow-networks.ts';
import { appView, did, liveAt } from '../../support/fake-networks.ts';
import { AWAY, createPeople, followedIn, HOME } from '../../support/fake-people.ts';
import { card, stagePerson, ulidOf } from '../../support/people.ts';
import { until } from '../../support/until.ts';

const HOST = stagePerson(11, 'Ben', 'host');
const SPEAKER = stagePerson(12, 'Cem');

const shows = (pid: string, name: string): ShownIdentity => ({
  pid,
  network: 'bluesky',
  handle: `@${name}.bsky.social`,
  keys: [`at:${did(name)}`],
});

function spaceOf(number: number, identities: ShownIdentity[], more: Partial<Space> = {}): Space {
  const plain = { ...joinOf(ulidOf(number)).space, ...card(number, 'Talk', { stage: [HOST, SPEAKER] }) };
  return { ...plain, state: 'live', startedAt: 1, identities, ...more };
}

/** A card with the hashes of these people. */
async function cardWith(number: number, names: string[], more: Partial<Card> = {}): Promise<Card> {
  const hashes = await Promise.all(names.map((name) => hashOfKey(`at:${did(name)}`)));
  return card(number, 'Talk', { stage: [HOST, SPEAKER], keys: hashes.join(''), ...more });
}

const whys = (listed: ReturnType<Awaited<ReturnType<typeof createPeople>>['listed']>) =>
  listed.map(({ id, why, server }) => [id, why?.is ?? null, server ?? null]);

describe('the list with people first', () => {
  it('puts Spaces of followed people before bigger ones, once the Spaces themselves name them', async () => {
    const spaces = {
      [HOME]: [spaceOf(1, [shows(SPEAKER.pid, 'cem')]), spaceOf(2, [shows(HOST.pid, 'ben')])],
    };
    const { people, take, listed, toPerch } = await createPeople({
      networks: sky(follow('ben', 'cem')),
      spaces,
    });
    await people.follows.add('me.bsky.social');
    take(card(3, 'Big', { listeners: 900 }), await cardWith(1, ['cem']), await cardWith(2, ['ben']));
    expect(whys(listed())[0]).toEqual([ulidOf(3), null, null]);
    await until('the reasons', async () => listed().filter(({ why }) => why).length === 2);
    expect(whys(listed())).toEqual([
      [ulidOf(2), 'hosts', null],
      [ulidOf(1), 'speaks', null],
      [ulidOf(3), null, null],
    ]);
    expect(listed()[1]!.why).toEqual({ is: 'speaks', name: 'Cem', pid: SPEAKER.pid });
    expect(
      toPerch()
        .map(({ url }) => url.pathname)
        .toSorted(),
    ).toEqual([`/v1/spaces/${ulidOf(1)}`, `/v1/spaces/${ulidOf(2)}`]);
  });

  it('believes no hash that the Space does not bear out, and asks again only about another version', async () => {
    const spaces = { [HOME]: [spaceOf(1, [shows(SPEAKER.pid, 'zoe')])] };
    const { people, take, listed, toPerch } = await createPeople({ networks: sky(follow('cem')), spaces });
    await people.follows.add('me.bsky.social');
    const lying = await cardWith(1, ['cem']);
    take(lying);
    await until('the answer', async () => toPerch().length === 1);
    for (const listeners of [1, 2, 3]) take({ ...lying, listeners });
    expect(listed()[0]!.why).toBeUndefined();
    expect(toPerch()).toHaveLength(1);
    spaces[HOME] = [spaceOf(1, [shows(SPEAKER.pid, 'cem')], { v: 2 })];
    take({ ...lying, v: 2 });
    await until('the reason', async () => listed()[0]!.why);
  });

  it('asks no server about anybody who is on no card, and sends nothing of a follow anywhere', async () => {
    const spaces = { [HOME]: [spaceOf(1, [shows(SPEAKER.pid, 'cem')])] };
    const { people, take, listed, toPerch } = await createPeople({
      networks: sky(follow('cem', 'dan')),
      spaces,
    });
    await people.follows.add('me.bsky.social');
    take(await cardWith(1, ['cem']), await cardWith(2, ['zoe']));
    await until('the reason', async () => listed().some(({ why }) => why));
    const sent = toPerch().map(
      ({ url, init }) => url.href + JSON.stringify(init.headers) + String(init.body),
    );
    for (const name of ['cem', 'dan']) {
      expect(sent.join()).not.toContain(name);
      expect(sent.join()).not.toContain(await hashOfKey(`at:${did(name)}`));
    }
    expect(toPerch()).toHaveLength(1);
  });

  it('gives no reason while the Space does not answer, and asks again with the next list', async () => {
    const spaces: Record<string, Space[]> = {};
    const { people, take, listed, toPerch, time } = await createPeople({
      networks: sky(follow('cem')),
      spaces,
    });
    await people.follows.add('me.bsky.social');
    const hers = await cardWith(1, ['cem']);
    take(hers);
    await until('the refusal', async () => toPerch().length === 1);
    expect(listed()[0]!.why).toBeUndefined();
    spaces[HOME] = [spaceOf(1, [shows(SPEAKER.pid, 'cem')])];
    time.now += 60_000;
    await until('the reason', async () => {
      take(hers);
      return listed()[0]!.why;
    });
  });

  it('forgets the reason with the follow, and remembers it over a stop of the worker', async () => {
    const spaces = { [HOME]: [spaceOf(1, [shows(SPEAKER.pid, 'cem')])] };
    const networks = sky(follow('cem'));
    const kept = new Map();
    const first = await createPeople({ networks, spaces, kept });
    await first.people.follows.add('me.bsky.social');
    const hers = await cardWith(1, ['cem']);
    first.take(hers);
    await until('the reason', async () => first.listed()[0]!.why);
    const again = await createPeople({ kept, last: first.shelf.last });
    expect(again.people.listed([hers])[0]!.why?.name).toBe('Cem');
    expect(again.asked).toEqual([]);
    await first.people.follows.remove(first.people.follows.sources[0]!.id);
    expect(first.listed()[0]!.why).toBeUndefined();
  });
});

describe('a live status of somebody followed', () => {
  const link = (server: string, number: number) => `${server}/s/${ulidOf(number)}`;
  const hosted = (number: number) => spaceOf(number, [shows(HOST.pid, 'ben')]);

  async function withStatus(uri: string, spaces: Record<string, Space[]>, status: object = {}) {
    const follows = [{ did: did('ben'), status: liveAt(uri, status) }];
    const made = await createPeople({
      networks: { ...sky([]), 'public.api.bsky.app': appView({ [did('me')]: follows }) },
      spaces,
    });
    await made.people.follows.add('me.bsky.social');
    return made;
  }

  it('shows the Space of a server that the person knows, first and with its server', async () => {
    const { take, listed } = await withStatus(link(AWAY, 5), { [AWAY]: [hosted(5)] });
    take(card(1, 'Big', { listeners: 900 }));
    await until('the Space', async () => listed().length === 2);
    expect(listed()[0]).toMatchObject({
      id: ulidOf(5),
      server: AWAY,
      why: { is: 'hosts', name: 'Ben', pid: HOST.pid },
    });
  });

  it('shows one at home that the list does not carry, and none twice', async () => {
    const { take, listed } = await withStatus(link(HOME, 5), { [HOME]: [hosted(5)] });
    await until('the Space', async () => listed().length === 1);
    expect(listed()[0]!.server).toBeUndefined();
    take(card(5, 'Talk'));
    expect(listed()).toHaveLength(1);
  });

  it('of another server never stands for a card at home with the same id', async () => {
    const { people, take, listed } = await withStatus(link(AWAY, 5), { [AWAY]: [hosted(5)] });
    await until('the Space', async () => people.listed([]).length === 1);
    take(card(5, 'The one at home'));
    expect(whys(listed())).toEqual([[ulidOf(5), null, null]]);
  });

  it.each<[string, string, Space[], object?]>([
    ['a server that the person does not know', link('https://evil.test', 5), [hosted(5)]],
    ['a Space that somebody else hosts', link(AWAY, 5), [spaceOf(5, [shows(HOST.pid, 'zoe')])]],
    ['a Space in which the person only speaks', link(AWAY, 5), [spaceOf(5, [shows(SPEAKER.pid, 'ben')])]],
    ['a Space that is over', link(AWAY, 5), [{ ...hosted(5), state: 'ended' }]],
    ['a Space that never was', link(AWAY, 6), [hosted(5)]],
    ['a script', 'javascript:alert(1)//s/', [hosted(5)]],
    ['a page that is none of a Space', `${AWAY}/about`, [hosted(5)]],
    ['a Space by an address with a password', `https://a:b@away.test/s/${ulidOf(5)}`, [hosted(5)]],
    [
      'a Space, but is over by its own word',
      link(AWAY, 5),
      [hosted(5)],
      { expiresAt: '1970-01-02T00:00:00Z' },
    ],
  ])('that names %s shows nothing', async (_, uri, spaces, status = {}) => {
    const { people, listed, asked } = await withStatus(uri, { [AWAY]: spaces }, status);
    people.look();
    await until(
      'the answer',
      async () => asked.length > 0 && asked.every(({ url }) => url.host !== 'evil.test'),
    );
    expect(listed()).toEqual([]);
  });

  it('shows nothing any more once the Space is over', async () => {
    const spaces = { [AWAY]: [hosted(5)] };
    const { people, listed, time } = await withStatus(link(AWAY, 5), spaces);
    await until('the Space', async () => listed().length === 1);
    spaces[AWAY] = [{ ...hosted(5), state: 'ended' }];
    time.now += 20_000;
    people.look();
    await until('nothing', async () => listed().length === 0);
  });
});

describe('telling a server whom the host follows', () => {
  const space = ulidOf(9);

  it('is by hashes alone, salted anew each time, in no order', async () => {
    const names = ['ben', 'cem', 'dan'];
    const { people, asked } = await createPeople({ networks: sky(follow(...names)) });
    await people.follows.add('me.bsky.social');
    await people.tellFollowed(space);
    await people.tellFollowed(space);
    const [one, other] = followedIn(asked);
    expect(one!.path).toBe(`/v1/spaces/${space}/followed`);
    const hashes = await Promise.all(names.map((name) => hashOfKey(`${one!.body.salt}at:${did(name)}`)));
    expect(one!.body.hashes.match(/.{8}/g)).toEqual(hashes.toSorted());
    expect(one!.body.salt).toMatch(/^[\w-]{22}$/);
    expect(other!.body.salt).not.toBe(one!.body.salt);
    expect(other!.body.hashes).not.toBe(one!.body.hashes);
  });

  it('is tried again while the server does not answer, and given up where it says no', async () => {
    const { people, answers, asked, waits } = await createPeople();
    let tries = 0;
    answers['home.test'] = () => {
      tries += 1;
      return tries < 3 ? new Response('', { status: 503 }) : new Response(null, { status: 204 });
    };
    await people.insistFollowed(space);
    expect([tries, waits.length]).toEqual([3, 2]);
    answers['home.test'] = () => problem(410, 'space_ended');
    await people.insistFollowed(space);
    expect(asked).toHaveLength(4);
  });

  it('takes a token back at home when it is not needed any more', async () => {
    const { people, toPerch } = await createPeople({ networks: { 'social.test': () => Response.json([]) } });
    await people.follows.brought(HOME, identityOf('mastodon'), {
      server: 'social.test',
      accountId: '7',
      token: 'secret',
    });
    await people.follows.own(HOME, []);
    const [revoke] = toPerch();
    expect(revoke!.url.href).toBe(`${HOME}/v1/auth/mastodon/revoke`);
    expect(JSON.parse(String(revoke!.init.body))).toEqual({ server: 'social.test', token: 'secret' });
  });
});
