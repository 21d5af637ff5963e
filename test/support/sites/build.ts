import { fileURLToPath } from 'node:url';
import { build } from 'vite';

const [outDir] = process.argv.slice(2);
const root = fileURLToPath(new URL('.', import.meta.url));
const FOLDERS = ['x', 'mastodon', 'bluesky', 'elk', 'phanpy'];

await build({
  root,
  configFile: false,
  logLevel: 'error',
  // Files that are drawn by React say so themselves.
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  build: {
    outDir,
    emptyOutDir: true,
    target: 'esnext',
    assetsInlineLimit: 0,
    rollupOptions: {
      input: Object.fromEntries(FOLDERS.map((folder) => [folder, `${root}${folder}/index.html`])),
    },
  },
});
