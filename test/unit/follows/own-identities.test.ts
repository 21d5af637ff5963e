import { describe, expect, it } from 'vitest';
import { createFollows, follow, identityOf, sky, social } from '../../support/fake-follow-networks.ts';
import { until } from '../../support/until.ts';

const HOME = 'https://home.test';
const HOUR = 3_600_000;

describe('the person’s own identities', () => {
  const token = { server: 'social.test', accountId: '7', token: 'secret' };
  const mastodon = identityOf('mastodon');

  it('bring their follows: Bluesky’s for everybody, Mastodon’s with the token where there is one', async () => {
    const { follows, asked, names } = await createFollows({
      ...sky(follow('ben')),
      ...social({ onlyFor: 'secret' }),
    });
    await follows.brought(HOME, identityOf('bluesky'), null);
    await follows.brought(HOME, mastodon, token);
    await until('all of them', async () => names().length === 3);
    expect(new Set(asked.filter(({ token: one }) => one).map(({ url }) => url.host))).toEqual(
      new Set(['social.test']),
    );
    expect(follows.sources).toMatchObject([
      { identity: 'my bluesky', hasLeave: false },
      { identity: 'my mastodon', hasLeave: true },
    ]);
    await follows.brought(HOME, identityOf('x'), null);
    expect(follows.sources).toHaveLength(2);
  });

  it.each([
    ['is hidden', { hidden: true }],
    ['is for those with leave', { onlyFor: 'secret' }],
  ])('say that leave is needed where the list %s, and read it with leave', async (_, server) => {
    const { follows, names } = await createFollows(social(server));
    await follows.own(HOME, [mastodon]);
    await follows.look();
    expect(follows.sources).toMatchObject([{ state: 'needs-leave', hasLeave: false }]);
    await follows.brought(HOME, mastodon, token);
    await until('the list', async () => names().length === 2);
    expect(follows.sources).toMatchObject([{ state: 'read', hasLeave: true, identity: 'my mastodon' }]);
  });

  it('are forgotten with the token when the person does not want them read', async () => {
    const { follows, revoked, kept, names } = await createFollows(social({ hidden: true }));
    await follows.brought(HOME, mastodon, token);
    await until('the list', async () => follows.sources[0]!.count === 2);
    expect(follows.readIdentities).toEqual(['my mastodon']);
    await follows.stop('my mastodon');
    expect(revoked).toEqual([{ home: HOME, server: 'social.test', token: 'secret' }]);
    expect(follows.sources).toMatchObject([{ count: 0, hasLeave: false, isOff: true }]);
    expect(follows.readIdentities).toEqual([]);
    expect(JSON.stringify([...kept.values()])).not.toContain('secret');
    await follows.brought(HOME, mastodon, token);
    await until('the list again', async () => names().length === 2);
  });

  it('of one home stay when another is asked', async () => {
    const { follows, names } = await createFollows(sky(follow('ben')));
    await follows.brought(HOME, identityOf('bluesky'), null);
    await until('the list', async () => names().length === 1);
    await follows.own('https://other.test', []);
    expect(names()).toEqual(['ben']);
  });

  it('give a token back where it came from when another takes its place', async () => {
    const { follows, revoked, kept } = await createFollows(social());
    await follows.brought(HOME, mastodon, token);
    await follows.brought(HOME, mastodon, token);
    expect(revoked).toEqual([]);
    await follows.brought(HOME, mastodon, { ...token, token: 'newer' });
    expect(revoked).toEqual([{ home: HOME, server: 'social.test', token: 'secret' }]);
    await follows.own('https://other.test', [mastodon]);
    expect(revoked.slice(1)).toEqual([{ home: HOME, server: 'social.test', token: 'newer' }]);
    expect(JSON.stringify([...kept.values()])).not.toContain('newer');
  });

  it('lose a token that is good for nothing any more', async () => {
    const { follows } = await createFollows(social({ onlyFor: 'another' }));
    await follows.brought(HOME, mastodon, token);
    await until('the state', async () => follows.sources[0]!.state === 'needs-leave');
    expect(follows.sources[0]!.hasLeave).toBe(false);
  });

  it('take their follows along when they are unlinked or signed out, and their token back', async () => {
    const { follows, names, revoked, kept } = await createFollows({ ...sky(follow('ben')), ...social() });
    await follows.brought(HOME, identityOf('bluesky'), null);
    await follows.brought(HOME, mastodon, token);
    await until('all of them', async () => names().length === 3);
    await follows.own(HOME, [identityOf('bluesky')]);
    expect([names(), revoked]).toEqual([['ben'], [{ home: HOME, server: 'social.test', token: 'secret' }]]);
    await follows.own(HOME, []);
    expect([names(), follows.sources, kept.size]).toEqual([[], [], 0]);
  });

  it('leave an account that the person has also named', async () => {
    const { follows, names } = await createFollows(sky(follow('ben')));
    await follows.add('me.bsky.social');
    await follows.own(HOME, [identityOf('bluesky')]);
    expect(follows.sources).toMatchObject([{ identity: 'my bluesky' }]);
    await follows.own(HOME, []);
    expect(follows.sources).toMatchObject([{ identity: null, count: 1 }]);
    expect(names()).toEqual(['ben']);
  });

  it('are not read when the person removed them, until they want them again', async () => {
    const { follows, names, asked, time } = await createFollows(sky(follow('ben')));
    await follows.brought(HOME, identityOf('bluesky'), null);
    await until('the list', async () => names().length === 1);
    await follows.remove(follows.sources[0]!.id);
    const before = asked.length;
    await follows.own(HOME, [identityOf('bluesky')]);
    time.now += HOUR;
    await follows.look();
    expect([asked.length, names(), follows.sources[0]!.isOff]).toEqual([before, [], true]);
    await follows.readAgain(follows.sources[0]!.id);
    expect([names(), follows.sources[0]!.isOff]).toEqual([['ben'], false]);
  });

  it('told of again change nothing that is known, and are not asked again', async () => {
    const { follows, asked, names } = await createFollows(sky(follow('ben')));
    await follows.brought(HOME, identityOf('bluesky'), null);
    await until('the list', async () => names().length === 1);
    const before = asked.length;
    await follows.own(HOME, [identityOf('bluesky')]);
    await follows.look();
    expect([asked.length, names()]).toEqual([before, ['ben']]);
  });

  it('are read by the newest token, also when it comes while another reading is under way', async () => {
    const { follows, names } = await createFollows(social({ onlyFor: 'secret' }));
    void follows.brought(HOME, mastodon, { ...token, token: 'stale' });
    await follows.brought(HOME, mastodon, token);
    await until('the list', async () => names().length === 2);
    expect(follows.sources[0]!.hasLeave).toBe(true);
  });
});
