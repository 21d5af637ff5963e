import { describe, expect, test } from 'vitest';
import type { Join, Live } from '#shared/schema/api.ts';
import { hashOfKey, KEY_HASH_LENGTH } from '#shared/schema/identity.ts';
import { DEFAULT_LIMITS } from '#shared/schema/limits.ts';
import type { Space } from '#shared/schema/space.ts';
import { colourOf } from '#shared/words/face.ts';
import { cardOf, spaceView } from '../../server/spaces/cards.ts';
import type { IdentityRecord } from '../../server/identity/records.ts';
import { packedHashes } from '../../server/store/identity-keys.ts';
import { type CoreApp, openCore, read } from '../support/core-app.ts';
import { identity, participant, space as spaceRecord } from '../support/store-contract-records.ts';
import { ulidOf } from '../support/people.ts';

const { cardBytes, stageMax } = DEFAULT_LIMITS;

async function show(core: CoreApp, accountId: string, name: string): Promise<void> {
  await core.store.addIdentity(identity(name, accountId));
}

const view = async (core: CoreApp, id: string) => read<Space>(await core.request('GET', `/v1/spaces/${id}`));
const cards = async (core: CoreApp) => (await read<Live>(await core.request('GET', '/v1/live'))).spaces;

describe('the identities that people show', () => {
  test('are those of the stage, the host’s first, with their hashes on the card and their names on the Space alone', async () => {
    const core = await openCore();
    const [host, speaker, listener] = [await core.guest('Ana'), await core.guest('Ben'), await core.guest()];
    await show(core, speaker.account.id, 'ben');
    await show(core, host.account.id, 'ana');
    await show(core, listener.account.id, 'cem');
    const body = { title: 'Talk', speakPolicy: 'everyone' };
    const opened = await read<Join>(await core.request('POST', '/v1/spaces', { token: host.token, body }));
    await core.connect(opened.participantId);
    const { id } = opened.space;
    const [spoken] = [
      await read<Join>(await core.join(speaker.token, id)),
      await core.join(listener.token, id),
    ];
    expect(
      (await core.request('POST', `/v1/spaces/${id}/request`, { token: speaker.token, body: {} })).status,
    ).toBe(204);

    const shown = await view(core, id);
    const shownAs = (pid: string, name: string) => ({
      pid,
      network: 'mastodon',
      handle: `@${name}@wren.example`,
      keys: [`ap:${name}@wren.example`],
    });
    expect(shown.identities).toEqual([
      shownAs(opened.participantId, 'ana'),
      shownAs(spoken.participantId, 'ben'),
    ]);
    const hashes = [await hashOfKey('ap:ana@wren.example'), await hashOfKey('ap:ben@wren.example')];
    expect(shown.keys).toBe(hashes.join(''));
    const [card] = await cards(core);
    expect(card?.keys).toBe(hashes.join(''));
    expect(JSON.stringify(card)).not.toContain('wren.example');

    await core.request('POST', `/v1/spaces/${id}/leave-stage`, { token: speaker.token, body: {} });
    expect((await cards(core))[0]?.keys).toBe(hashes[0]);
    await core.request('POST', `/v1/spaces/${id}/end`, { token: host.token });
    expect(await view(core, id)).toMatchObject({ state: 'ended', keys: '', identities: [] });
  });

  test('are looked up once for a whole stage', async () => {
    const core = await openCore();
    const { spaceId, host } = await core.liveSpace();
    await show(core, host.account.id, 'ana');
    const asked: string[][] = [];
    const { identitiesOf } = core.store;
    core.store.identitiesOf = (ids) => (asked.push(ids), identitiesOf(ids));
    expect((await view(core, spaceId)).keys).toHaveLength(KEY_HASH_LENGTH);
    expect(asked).toEqual([[host.account.id]]);
  });
});

test('whoever signed in has their own colour in every join, and a guest none that tells them again', async () => {
  const core = await openCore();
  const { spaceId } = await core.liveSpace();
  const coloursOf = async (token: string) => {
    const colours = new Set<string>();
    for (let times = 0; times < 12; times += 1) {
      const { participantId } = await read<Join>(await core.join(token, spaceId));
      colours.add(colourOf(participantId));
    }
    return [...colours];
  };
  const [ana, ben] = [await core.guest('Ana'), await core.guest('Ben')];
  await core.store.endGuesthood(ana.account.id);
  expect(await coloursOf(ana.token)).toEqual([colourOf(ana.account.id)]);
  expect((await coloursOf(ben.token)).length).toBeGreaterThan(1);
});

describe('a full stage with three identities for each', () => {
  const stage = (name: string) =>
    Array.from({ length: stageMax }, (_, index) =>
      participant(`p_${ulidOf(index)}`, 's', `account ${index}`, {
        name,
        role: index === 0 ? 'host' : 'speaker',
      }),
    );
  const threeOf = (index: number): IdentityRecord[] =>
    (['mastodon', 'bluesky', 'x'] as const).map((network) => {
      const kind = network === 'x' ? 'x' : 'at';
      const keys = Array.from(
        { length: network === 'x' ? 1 : 2 },
        (_, n) => `${kind}:${network}${index}.${n}`,
      );
      return {
        ...identity(`${network}${index}`, `account ${index}`, { network, keys }),
        hashes: packedHashes(keys),
      };
    });
  const identities = Array.from({ length: stageMax }, (_, index) => threeOf(index)).flat();
  const cardWith = (title: string, name: string) =>
    cardOf(
      spaceView(
        spaceRecord(ulidOf(7), 'account 0', { title, version: 10_000 }),
        { stage: stage(name), identities, listeners: 12_345 },
        cardBytes,
      ),
    )!;
  const keysOf = (card: { keys: string }) =>
    Array.from({ length: card.keys.length / KEY_HASH_LENGTH }, (_, index) =>
      card.keys.slice(index * KEY_HASH_LENGTH, (index + 1) * KEY_HASH_LENGTH),
    );
  const first = (index: number) => identities[3 * index]!.hashes;

  test.each([
    ['Small webs, long walks', 'Ana Ferreira', 5],
    ['Small webs, long walks, and whatever else the evening may bring us all', 'Ana Ferreira-Lindqvist', 3],
    ['歩'.repeat(70), '田辺ゆき子', 2],
    ['🌲'.repeat(70), '🌲'.repeat(40), 1],
  ])('the card of %s stays within its bytes and names %s %i times', (title, name, named) => {
    const card = cardWith(title, name);
    expect(Buffer.byteLength(JSON.stringify(card))).toBeLessThanOrEqual(cardBytes);
    expect(card.stage.length).toBeGreaterThanOrEqual(named);
    const host = identities.slice(0, 3).map(({ hashes }) => hashes);
    expect(card.keys.startsWith(host.join(''))).toBe(true);
  });

  test('nearly everybody has a hash, also who is not named', () => {
    const card = cardWith('Small webs, long walks', 'Ana Ferreira');
    const found = stage('').filter((_, index) => card.keys.includes(first(index)));
    expect(found.length).toBeGreaterThan(card.stage.length);
    expect(found.length).toBeGreaterThanOrEqual(stageMax - 1);
    expect(keysOf(card).every((hash) => /^[\w-]{8}$/.test(hash))).toBe(true);
  });
});
