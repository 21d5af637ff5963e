import { Hono } from 'hono';
import { describe, expect, it } from 'vitest';
import { demoRoutes } from '../../../server/demo/routes.ts';
import { POSTS } from '../../../server/demo/site/posts.ts';

const app = new Hono();
demoRoutes(app);

describe('the demo timeline', () => {
  it.each(['/demo/timeline', '/demo/notifications', '/demo/profile/ana'])(
    'serves %s under a strict policy',
    async (path) => {
      const response = await app.request(path);
      expect(response.status).toBe(200);
      expect(response.headers.get('content-security-policy')).toMatch(
        /^default-src 'none'; script-src 'self'/,
      );
    },
  );

  it('serves its scripts without types', async () => {
    const response = await app.request('/demo/assets/main.ts');
    expect(response.headers.get('content-type')).toMatch(/^text\/javascript/);
    expect(await response.text()).not.toMatch(/: FeedName/);
  });

  it.each(['routes.ts', '..%2Froutes.ts', 'nothing.css'])('serves no file but its own: %s', async (name) => {
    expect((await app.request(`/demo/assets/${name}`)).status).toBe(404);
  });

  it('holds more than 300 posts, no two alike', () => {
    expect(POSTS.length).toBeGreaterThan(300);
    expect(new Set(POSTS.map((post) => post.text)).size).toBe(POSTS.length);
  });
});
