import { describe, expect, it } from 'vitest';
import { MastodonDomains } from '../../extension/background/mastodon-domain.ts';

function setUp(answer: () => Promise<Response>) {
  const asked: [url: string, init: RequestInit][] = [];
  const domains = new MastodonDomains(async (url, init) => {
    asked.push([String(url), init!]);
    return answer();
  });
  return { domains, asked };
}
const says = (body: unknown) => async () => Response.json(body);

describe('the domain of a Mastodon server’s people', () => {
  it('is asked of that server alone, once, without cookies and without following it elsewhere', async () => {
    const { domains, asked } = setUp(says({ domain: 'Example.Social', title: 'x' }));
    await domains.of('https://social.example');
    expect(await domains.of('https://social.example')).toBe('example.social');
    expect(asked).toHaveLength(1);
    expect(asked[0]![0]).toBe('https://social.example/api/v2/instance');
    expect(asked[0]![1]).toMatchObject({ credentials: 'omit', redirect: 'error' });
  });

  it.each<[string, () => Promise<Response>]>([
    ['another shape', says({ uri: 'example.social' })],
    ['a domain that is none', says({ domain: '<script>' })],
    ['an error', async () => new Response('{"domain":"a.example"}', { status: 500 })],
    ['no JSON', async () => new Response('<html>')],
    ['too much', async () => new Response(`{"domain":"a.example","x":"${'x'.repeat(300_000)}"}`)],
    ['nothing', () => Promise.reject(new TypeError('refused'))],
  ])('is unknown when the server answers %s', async (_, answer) => {
    expect(await setUp(answer).domains.of('https://social.example')).toBeNull();
  });
});
