import { fileURLToPath } from 'node:url';
import preact from '@preact/preset-vite';
import { defineConfig, type Plugin } from 'vite';
import { filesOf } from '../../shared/words/catalogues.ts';

const folder = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** The words of the pages, of which each fetches the one language in use. */
function words(): Plugin {
  return {
    name: 'perch-words',
    async generateBundle() {
      const files = await Promise.all([
        filesOf('words', (volume) => ({ ...volume.words, ...volume.inPage })),
        filesOf('words/moderation', (volume) => ({
          ...volume.words,
          ...volume.inPage,
          ...volume.moderation,
        })),
      ]);
      for (const { name, contents } of files.flat()) {
        this.emitFile({ type: 'asset', fileName: name, source: contents });
      }
    },
  };
}

/** The app of the pages under `/s/`; the server names its script and style, so those have no hash. */
export default defineConfig({
  root: folder('./app'),
  base: './',
  plugins: [preact(), words()],
  build: {
    outDir: folder('../../.output/web'),
    emptyOutDir: true,
    cssCodeSplit: false,
    // Phones are not all new.
    target: 'es2022',
    modulePreload: { polyfill: false },
    // The client of LiveKit, which a page fetches once it is painted.
    chunkSizeWarningLimit: 600,
    rollupOptions: {
      input: folder('./app/main.tsx'),
      output: {
        entryFileNames: 'page.js',
        chunkFileNames: '[name]-[hash].js',
        assetFileNames: ({ names }) => (names[0]?.endsWith('.css') ? 'page.css' : '[name]-[hash][extname]'),
      },
    },
  },
});
