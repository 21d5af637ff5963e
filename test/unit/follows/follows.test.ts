import { describe, expect, it } from 'vitest';
import { Fault } from '#shared/client/fault.ts';
import { hashOfKey } from '#shared/schema/identity.ts';
import { createFollows, follow, sky, SKY, social } from '../../support/fake-follow-networks.ts';
import { appView, did, liveAt } from '../../support/fake-networks.ts';

const SPACE = 'https://perch.test/s/01ARZ3NDEKTSV4RRFFQ69G5FAV';
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

const crowd = (count: number) => follow(...Array.from({ length: count }, (_, at) => `p${at}`));

describe('an account that a person names', () => {
  it('is read at once and kept, with the hashes by which cards tell of its people', async () => {
    const { follows, kept, names } = await createFollows(sky(follow('ben', 'cem')));
    await follows.add('@me.bsky.social');
    expect(names()).toEqual(['ben', 'cem']);
    expect(follows.keys.mayHit(`AAAAAAAA${await hashOfKey('at:did:plc:cem')}`)).toBe(true);
    expect(follows.keys.mayHit(await hashOfKey('at:did:plc:dan'))).toBe(false);
    expect(follows.sources).toMatchObject([
      { network: 'bluesky', handle: '@me.bsky.social', identity: null, state: 'read', count: 2 },
    ]);
    const again = await createFollows({}, kept);
    expect(again.names()).toEqual(['ben', 'cem']);
    expect(again.follows.keys.mayHit(await hashOfKey('at:did:plc:ben'))).toBe(true);
    expect(again.asked).toEqual([]);
  });

  it('of Mastodon is found, and read without a token', async () => {
    const { follows, asked } = await createFollows(social());
    await follows.add('https://social.test/@me');
    expect([...follows.keys.all]).toEqual(['ap:ben@social.test', 'ap:cem@far.test']);
    expect(asked.map(({ token }) => token)).toEqual(asked.map(() => null));
  });

  it.each([
    ['rubbish', 'javascript:alert(1)', 'invalid_input'],
    ['nobody', 'nobody.bsky.social', 'not_found'],
    ['a server that is not there', '@me@gone.test', 'network_unreachable'],
  ])('that is %s is not added', async (_, name, code) => {
    const { follows, kept } = await createFollows(sky([]));
    await expect(follows.add(name)).rejects.toMatchObject({ code });
    expect([follows.sources, kept.size]).toEqual([[], 0]);
  });

  it('that hides its list is said to, and stays', async () => {
    const { follows } = await createFollows(social({ hidden: true }));
    await follows.add('@me@social.test');
    expect(follows.sources).toMatchObject([{ state: 'needs-leave', count: 0, fault: null }]);
  });

  it('is gone with all that was known by it when it is removed', async () => {
    const { follows, kept, names } = await createFollows(sky(follow('ben')));
    await follows.add('me.bsky.social');
    await follows.remove(follows.sources[0]!.id);
    expect([names(), follows.sources, kept.size]).toEqual([[], [], 0]);
  });
});

describe('reading', () => {
  it('asks Bluesky every five minutes while somebody looks, and hears of new people', async () => {
    const people = follow('ben');
    const { follows, asked, time, names } = await createFollows(sky(people));
    await follows.add('me.bsky.social');
    const before = asked.length;
    await follows.look();
    time.now += 4 * MINUTE;
    await follows.look();
    expect(asked).toHaveLength(before);
    time.now += MINUTE;
    people.push(...follow('cem'));
    await follows.look();
    expect(names()).toEqual(['ben', 'cem']);
    expect(asked).toHaveLength(before + 1);
  });

  it('takes three pages a turn of a long list, and the whole of it in an hour at most', async () => {
    const { follows, asked, time, names } = await createFollows(sky(crowd(1_000)));
    await follows.add('me.bsky.social');
    expect(names()).toHaveLength(1_000);
    const turns: number[] = [];
    for (let turn = 0; turn < 4; turn += 1) {
      const before = asked.length;
      time.now += 5 * MINUTE;
      await follows.look();
      turns.push(asked.length - before);
    }
    expect(turns).toEqual([3, 3, 3, 1]);
    const cursors = asked.slice(-10).map(({ url }) => url.searchParams.get('cursor'));
    expect(cursors).toEqual([null, '100', '200', '300', '400', '500', '600', '700', '800', '900']);
  });

  it('keeps no more than ten thousand, and ends where a server does not', async () => {
    let pages = 0;
    const { follows, names } = await createFollows({
      [SKY]: ({ url }) => {
        if (url.pathname.endsWith('resolveHandle')) return Response.json({ did: did('me') });
        pages += 1;
        const some = Array.from({ length: 100 }, (_, at) => ({ did: did(`p${pages}x${at}`) }));
        return Response.json({ follows: some, cursor: String(pages) });
      },
    });
    await follows.add('me.bsky.social');
    expect([names().length, pages]).toEqual([10_000, 100]);
  });

  it('loses nothing that was known when it fails, says why, and waits longer each time', async () => {
    const { follows, answers, asked, time, names } = await createFollows(sky(follow('ben')));
    await follows.add('me.bsky.social');
    answers[SKY] = () => Response.json({ follows: 'junk' });
    const askedAt: number[] = [];
    for (let minute = 0; minute < 60; minute += 1) {
      time.now += MINUTE;
      const before = asked.length;
      await follows.look();
      if (asked.length > before) askedAt.push(minute + 1);
    }
    expect(askedAt).toEqual([5, 10, 20, 40]);
    expect(names()).toEqual(['ben']);
    expect(follows.sources[0]).toMatchObject({ fault: 'network_unreachable', count: 1 });
    answers[SKY] = appView({ [did('me')]: follow('cem') });
    await follows.readAgain(follows.sources[0]!.id);
    expect([names(), follows.sources[0]!.state]).toEqual([['cem'], 'read']);
  });

  it('asks a Mastodon server once a day', async () => {
    const { follows, asked, time } = await createFollows(social());
    await follows.add('@me@social.test');
    const before = asked.length;
    for (let hour = 0; hour < 23; hour += 1) {
      time.now += HOUR;
      await follows.look();
    }
    expect(asked).toHaveLength(before);
    time.now += HOUR;
    await follows.look();
    expect(asked.length).toBeGreaterThan(before);
  });

  it('writes nothing down while a list stays as it is', async () => {
    const { follows, asked, time, writes } = await createFollows(sky(follow('ben')));
    await follows.add('me.bsky.social');
    const before = [writes(), asked.length];
    for (let turn = 0; turn < 3; turn += 1) {
      time.now += 5 * MINUTE;
      await follows.look();
    }
    expect([writes(), asked.length]).toEqual([before[0], before[1]! + 3]);
  });

  it('rejects with what went wrong when the person asked for it', async () => {
    const { follows, answers } = await createFollows(sky(follow('ben')));
    await follows.add('me.bsky.social');
    answers[SKY] = () => new Response('', { status: 429 });
    await expect(follows.readAgain(follows.sources[0]!.id)).rejects.toEqual(new Fault('rate_limited'));
    await expect(follows.readAgain('nobody')).rejects.toMatchObject({ code: 'not_found' });
  });

  it('tells the statuses of those who are followed still', async () => {
    const live = { did: did('ben'), status: liveAt(SPACE) };
    const people = [live, ...follow('cem')];
    const { follows, time, names } = await createFollows({ [SKY]: appView({ [did('me')]: people }) });
    await follows.add('me.bsky.social');
    expect(follows.statuses).toEqual([{ did: did('ben'), uri: SPACE, until: null }]);
    people.shift();
    time.now += 5 * MINUTE;
    await follows.look();
    expect(names()).toEqual(['cem']);
    expect(follows.statuses).toEqual([]);
  });

  it('knows no statuses before it has asked since it runs', async () => {
    const first = await createFollows(sky(follow('ben')));
    await first.follows.add('me.bsky.social');
    const { follows } = await createFollows(sky(follow('ben')), first.kept);
    expect(follows.statuses).toBeNull();
    await follows.look();
    expect(follows.statuses).toEqual([]);
    expect((await createFollows()).follows.statuses).toEqual([]);
  });
});
