import { fileURLToPath } from 'node:url';
import preact from '@preact/preset-vite';
import { defineConfig } from 'vite';

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** The page of a Space. What the server's HTML names keeps its name: `page.js` and `page.css`. */
export default defineConfig({
  root: at('.'),
  base: '/s/assets/',
  publicDir: false,
  plugins: [preact()],
  build: {
    outDir: process.env.PERCH_WEB_OUT ?? at('../../.output/web'),
    emptyOutDir: true,
    target: 'es2022',
    modulePreload: { polyfill: false },
    rollupOptions: {
      input: { page: at('app/page.tsx') },
      output: {
        entryFileNames: '[name].js',
        chunkFileNames: '[name]-[hash].js',
        assetFileNames: '[name][extname]',
      },
    },
  },
});
