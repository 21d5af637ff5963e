import { expect, test } from 'vitest';
import { openCore } from '../../support/core-app.ts';
import { openPage } from '../../support/share-page.ts';

test('the page tells nothing by itself, is never framed, listed or spoken to from elsewhere', async () => {
  const core = await openCore({ config: { operators: ['@olu@perch.example'] } });
  const { response, html, document, tag } = await openPage(core, '/moderation');
  expect(response.status).toBe(200);
  expect(html).not.toContain('olu');
  expect(tag('robots')).toBe('noindex');
  expect(response.headers.get('x-robots-tag')).toBe('noindex');
  expect(document.querySelector('#app')?.getAttribute('data-kind')).toBe('moderation');
  expect(document.querySelectorAll('script:not([src]), style, [style], [onclick]')).toHaveLength(0);
  const policy = response.headers.get('content-security-policy') ?? '';
  for (const part of [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "frame-ancestors 'none'",
    "base-uri 'none'",
    "form-action 'none'",
  ]) {
    expect(policy.split('; ')).toContain(part);
  }
  expect(policy).not.toContain('unsafe');
  expect(response.headers.get('permissions-policy')).toContain('microphone=()');
  expect(response.headers.get('referrer-policy')).toBe('no-referrer');
});

test('the page speaks the language of the browser, and stands below the path of the server’s address', async () => {
  const core = await openCore({ config: { publicUrl: 'https://wren.example/perch' } });
  const { document, html } = await openPage(core, '/moderation', { 'accept-language': 'fr' });
  expect(document.documentElement.lang).toBe('fr');
  expect(document.querySelector('h1')?.textContent).toBe('Modération');
  expect(html).toContain('/perch/s/assets/page.js');
});

test('the page is limited as every reading is', async () => {
  const core = await openCore({ limits: { readsPerMinute: 1 } });
  expect((await core.request('GET', '/moderation')).status).toBe(200);
  expect((await core.request('GET', '/moderation')).status).toBe(429);
});
