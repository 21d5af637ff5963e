import { expect, it } from 'vitest';
import { followNameOf, type FollowName } from '#shared/schema/follows.ts';

const sky = (handle: string): FollowName => ({ network: 'bluesky', handle });
const toot = (user: string, domain: string): FollowName => ({ network: 'mastodon', user, domain });

it.each<[string, FollowName | null]>([
  ['ana.bsky.social', sky('ana.bsky.social')],
  [' @Ana.Bsky.Social ', sky('ana.bsky.social')],
  ['https://bsky.app/profile/ana.bsky.social', sky('ana.bsky.social')],
  ['@ana@wren.example', toot('ana', 'wren.example')],
  ['Ana_1@Wren.Example', toot('ana_1', 'wren.example')],
  ['https://wren.example/@ana', toot('ana', 'wren.example')],
  ['https://wren.example/@ben@far.example', null],
  ['ana@münchen.example', toot('ana', 'xn--mnchen-3ya.example')],
  ['ana', null],
  ['', null],
  ['@', null],
  ['@ana@', null],
  ['ana@localhost', null],
  ['ana@127.0.0.1', null],
  ['ana@wren.example:8443', null],
  ['ana@wren.example/../x', null],
  ['a b@wren.example', null],
  ['javascript:alert(1)', null],
  ['x'.repeat(5_000), null],
])('%j names %j', (text, name) => expect(followNameOf(text)).toEqual(name));
