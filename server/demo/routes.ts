import { readdirSync, readFileSync } from 'node:fs';
import { stripTypeScriptTypes } from 'node:module';
import { extname } from 'node:path';
import type { Env, Hono } from 'hono';
import { html } from 'hono/html';

const SITE = new URL('./site/', import.meta.url);
const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.ts': 'text/javascript; charset=utf-8',
};

export const DEMO_CSP = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

const PAGE = html`<!doctype html>
  <html lang="en" data-theme="light">
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <title>Wren</title>
      <link rel="icon" href="data:," />
      <link rel="stylesheet" href="/demo/assets/site.css" />
      <script type="module" src="/demo/assets/main.ts"></script>
    </head>
    <body>
      <div class="site" id="site"></div>
    </body>
  </html> `;

// Browsers cannot read types, and a page this small needs no build.
function readAsset(name: string): string {
  const source = readFileSync(new URL(name, SITE), 'utf8');
  return extname(name) === '.ts' ? stripTypeScriptTypes(source) : source;
}

/** Adds the demo timeline, a social site of our own: home, notifications and profiles under `/demo`. */
export function demoRoutes<E extends Env>(app: Hono<E>): void {
  const names = new Set(readdirSync(SITE));
  const assets = new Map<string, string>();
  app.get('/demo/assets/:name', (c) => {
    const name = c.req.param('name');
    if (!names.has(name)) return c.notFound();
    const body = assets.get(name) ?? readAsset(name);
    assets.set(name, body);
    return c.body(body, 200, { 'content-type': TYPES[extname(name)]!, 'cache-control': 'no-cache' });
  });
  for (const path of ['/demo/timeline', '/demo/notifications', '/demo/profile/:name']) {
    app.get(path, (c) => {
      c.header('content-security-policy', DEMO_CSP);
      return c.html(PAGE);
    });
  }
  app.get('/demo', (c) => c.redirect('/demo/timeline'));
}
