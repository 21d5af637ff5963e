import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import preact from '@preact/preset-vite';
import { defineConfig, type UserManifest, type Wxt } from 'wxt';
import { filesOf } from './shared/words/catalogues.ts';
import { contentScriptsOf, DEMO_SITE, KNOWN_SITES } from './extension/sites/scripts.ts';

/** The demo timeline's adapter exists only in builds for the demo and the tests. */
const isDemo = process.env.PERCH_DEMO === '1';

const SITES = isDemo ? [...KNOWN_SITES, DEMO_SITE] : KNOWN_SITES;

/** Fixes the extension's id, so that a microphone grant outlives a rebuild. */
const KEY =
  'MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEAgx39bweOQIprBrW5ln3ViEg/SnxiXuoFyrODKYZuY1gN8SL/ABwcXv5sYQbDRmvGN93RaFNCKjHTifduBat7FXFvZhSG+hiF0icS60rsJ4tG/bqcHnO0LEfHsQvMT0giKi0KhtKTaoQFzNO6utKP44ACMn8VV6xc8egz6w98V11B3wv5WDzZKT6qavkTVFabUU9MHtlUz87HMvGMwUaizx4aHxjtuP1CDakL6RSpEt6u93bN8QEHjpb1gxk3iQd+e2nQrjh6yoICHtC5NcFNZ+yPCa78XAL3mzLtloeWIJCU0yEQvXmln7/0Hg4e9AfCR8avHro/rRMAoqZPfiz7IwIDAQAB';

/** Firefox knows the extension by this; where a sign-in ends there follows from it, too. */
const GECKO_ID = 'perch@perch.example';

/** What only Chromium's browsers know, and what only Firefox does. */
const CHROMIUM: UserManifest = { key: KEY, minimum_chrome_version: '116' };
const FIREFOX: UserManifest = {
  browser_specific_settings: {
    gecko: {
      id: GECKO_ID,
      // From here on Firefox itself asks people for their consent to what follows.
      strict_min_version: '140.0',
      data_collection_permissions: {
        // The voice, a name that the person gives, and the session at a server. Who is live is matched on the device alone.
        required: ['personalCommunications', 'personallyIdentifyingInfo', 'authenticationInfo'],
      },
    },
  },
};
const PERMISSIONS = ['storage', 'alarms', 'activeTab', 'scripting', 'identity'];

/** No `upgrade-insecure-requests`: a server on localhost speaks plain http and ws. */
const CONTENT_SECURITY_POLICY = [
  "script-src 'self'",
  "object-src 'self'",
  "connect-src 'self' https: wss: http://localhost:* ws://localhost:* http://127.0.0.1:* ws://127.0.0.1:*",
  "img-src 'self' data: blob: https:",
  "frame-src 'none'",
  "base-uri 'none'",
].join('; ');

const ICONS = {
  16: 'icon/idle-16.png',
  32: 'icon/idle-32.png',
  48: 'icon/idle-48.png',
  128: 'icon/idle-128.png',
};

/**
 * What the background and our pages share, in few chunks: parts that the popup fetches later would otherwise break what it
 * shows at once into many small ones, which weigh more. Each takes along what it imports.
 */
const SHARED = [
  /node_modules[\\/]@?preact/,
  /platform[\\/](?:messenger|page-protocol|store|sound-store|catalogue|wear-language|bar-shelf|tabs|early|room-port|share|site-access|allow-site|page-messaging|view-messaging|pictures|sound-talk|first-reads|choose-language)\.ts$/,
  /sites[\\/]fixed\.ts$/,
  /virtual[:_]wxt-(?:html-)?plugins/,
  /shared[\\/]policy[\\/](?:policy|permissions)\.ts$/,
  /shared[\\/]schema[\\/](?!account|sign-in|moderation|stream|history|settings-file)/,
  /shared[\\/]words[\\/](?:words|isolated|face)\.ts$/,
];
/** What our pages alone share with the popup; each file more is asked of the browser by itself, and the popup waits for all. */
const UI = /shared[\\/]ui[\\/][^?]+\.tsx?$|platform[\\/](?:desk|sound-desk)\.ts$/;
/** What the popup fetches when it is wanted, with all that stands there alone; and the bar. */
const APART =
  /shared[\\/]ui[\\/](?:account[\\/]|stage[\\/]aloud[\\/]|ended[\\/](?!recap-place)|safety[\\/](?:preview|report)-sheet|share[\\/](?!share-button|share-place|announce)|people[\\/]|truth[\\/]|sound[\\/](?!sound-button)|bar)/;
const CHUNKS = {
  groups: [
    { name: 'shared', test: (id: string) => SHARED.some((each) => each.test(id)), priority: 2 },
    { name: 'commands', test: /platform[\\/](?:messaging|host-protocol)\.ts$/, priority: 1 },
    { name: 'ui', test: (id: string) => UI.test(id) && !APART.test(id), priority: 1 },
  ],
};

/**
 * All that a reviewer needs to build the Firefox package again, and no more. WXT orders the entries and leaves their times out,
 * so that the same files make the same bytes. `.env.production` holds what an operator's own build has baked in.
 */
const SOURCES = [
  '{extension,shared}/**',
  'server/check-node.mjs',
  '{package,package-lock,tsconfig}.json',
  '{.npmrc,.env.production}',
  'wxt.config.ts',
  '{README.md,LICENSE}',
];

/** Takes away what WXT would log of a script that fails: in production it logs nothing, and carries the words for it into each page. */
const QUIET = {
  name: 'perch-quiet',
  apply: (_: unknown, { mode }: { mode: string }) => mode === 'production',
  transform: (code: string, id: string) =>
    id.includes('unlisted-script-entrypoint')
      ? code.replaceAll(/^\s*logger\.error\(.*\);$/gm, '')
      : undefined,
};

/** A package holds no key, which the stores of Chrome and Edge refuse; the folder beside it keeps its own, to be loaded by hand. */
async function packKeyless(wxt: Wxt): Promise<void> {
  const file = join(wxt.config.outDir, 'manifest.json');
  const whole = await readFile(file, 'utf8');
  const { key: _, ...manifest } = JSON.parse(whole) as Record<string, unknown>;
  await writeFile(file, JSON.stringify(manifest));
  wxt.hooks.hookOnce('zip:extension:done', () => writeFile(file, whole));
}

/** The popup carries its style sheet: one file less to wait for, and its empty page is drawn while the scripts load. */
const STYLED = {
  name: 'perch-styled',
  transformIndexHtml: {
    order: 'post' as const,
    handler(html: string, { path, bundle = {} }: { path: string; bundle?: Record<string, unknown> }) {
      if (!path.includes('popup')) return html;
      return html.replace(/<link rel="stylesheet"[^>]*href="\/([^"]+)">/, (link, name: string) => {
        const sheet = bundle[name] as { source?: string } | undefined;
        if (sheet?.source === undefined) return link;
        delete bundle[name];
        return `<style>${sheet.source.trim()}</style>`;
      });
    },
  },
};

export default defineConfig({
  srcDir: 'extension',
  publicDir: 'extension/public',
  outDir: '.output',
  manifestVersion: 3,
  modules: ['@wxt-dev/webextension-polyfill'],
  imports: false,
  zip: { includeSources: SOURCES },
  vite: () => ({
    plugins: [preact(), STYLED],
    // The oldest browsers that the manifest lets in; a right-to-left slider in Chromium 116 to 119 fills from the left.
    build: {
      target: ['chrome116', 'firefox140'],
      cssTarget: ['chrome120', 'firefox140'],
      modulePreload: { polyfill: false },
    },
    define: { 'import.meta.env.PERCH_DEMO': JSON.stringify(isDemo) },
  }),
  hooks: {
    // From Chromium 116 on the browser gives promises by itself, and the bar must stay light.
    'vite:build:extendConfig': ([entrypoint], config) => {
      const output = config.build?.rollupOptions?.output;
      if (entrypoint?.type === 'background' && output) Object.assign(output, { codeSplitting: CHUNKS });
      if (entrypoint?.type !== 'unlisted-script') return;
      const alias = config.resolve?.alias as Record<string, string> | undefined;
      delete alias?.['wxt/browser'];
      config.plugins?.push(QUIET);
    },
    // Whoever speaks fetches the one language in use; eight of them in the background would weigh on each waking.
    'build:publicAssets': async (_wxt, files) => {
      const words = await filesOf('words', (volume) => volume.words);
      files.push(...words.map(({ name, contents }) => ({ relativeDest: name, contents })));
    },
    'zip:extension:start': packKeyless,
    'entrypoints:found': (_wxt, infos) => {
      if (isDemo) return;
      infos.splice(0, infos.length, ...infos.filter((info) => info.name !== 'site-demo'));
    },
  },
  manifest: ({ browser }) => ({
    // Not WXT's own content scripts: those tell the page of themselves by events, and one page gets one adapter.
    content_scripts: SITES.flatMap(contentScriptsOf),
    name: '__MSG_extensionName__',
    description: '__MSG_extensionDescription__',
    default_locale: 'en',
    icons: ICONS,
    action: { default_icon: ICONS },
    permissions: browser === 'firefox' ? PERMISSIONS : [...PERMISSIONS, 'offscreen'],
    // Asked for one host at a time, where a person wants Perch.
    optional_host_permissions: ['https://*/*'],
    commands: {
      'toggle-mic': {
        suggested_key: { default: 'Alt+Shift+M' },
        description: '__MSG_toggleMicrophone__',
      },
      leave: { suggested_key: { default: 'Alt+Shift+L' }, description: '__MSG_leaveSpace__' },
    },
    incognito: 'spanning',
    content_security_policy: { extension_pages: CONTENT_SECURITY_POLICY },
    ...(browser === 'firefox' ? FIREFOX : CHROMIUM),
  }),
});
