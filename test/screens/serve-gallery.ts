import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import preact from '@preact/preset-vite';
import { build, preview } from 'vite';

const root = fileURLToPath(new URL('.', import.meta.url));

/** Builds the gallery of all views and serves it. */
export async function serveGallery(): Promise<{ origin: string; close(): Promise<void> }> {
  const outDir = await mkdtemp(join(tmpdir(), 'perch-screens-'));
  const site = { root, configFile: false, logLevel: 'warn', build: { outDir } } as const;
  await build({
    ...site,
    plugins: [preact()],
    build: {
      outDir,
      emptyOutDir: true,
      target: 'esnext',
      rollupOptions: { input: join(root, 'gallery.html') },
    },
  });
  const server = await preview({ ...site, preview: { port: 0, host: '127.0.0.1' } });
  const address = server.httpServer.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  return {
    origin: `http://127.0.0.1:${port}`,
    async close() {
      await server.close();
      await rm(outDir, { recursive: true, force: true });
    },
  };
}
