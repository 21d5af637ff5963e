import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Atproto, startAtproto } from '../support/networks/dev-env.ts';

let atproto: Atproto;
beforeAll(async () => {
  atproto = await startAtproto({ appView: true });
}, 600_000);
afterAll(() => atproto?.stop());

test('the AppView tells whom somebody follows', async () => {
  const [ana, ben] = [await atproto.createPerson('ana'), await atproto.createPerson('ben')];
  await atproto.follow(ana, ben);
  await atproto.settled();
  const url = `${atproto.appViewUrl}/xrpc/app.bsky.graph.getFollows?actor=${ana.did}`;
  const { follows } = (await (await fetch(url)).json()) as { follows: { did: string }[] };
  expect(follows.map(({ did }) => did)).toEqual([ben.did]);
});
