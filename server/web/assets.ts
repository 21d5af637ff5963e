import { readdir, readFile } from 'node:fs/promises';
import { join, sep } from 'node:path';
import type { Logger } from '../log.ts';
import { assetOf, isServed, type Asset } from './asset.ts';
import { buildWeb, NotBuilt } from './build.ts';
import { readOwnFiles } from './own-files.ts';

export interface Assets {
  /** Begins to build the app in the background, unless it is built. */
  prepare(): void;
  /** A file by its name under `/s/assets/`, once it is built; null when there is none. Throws `NotBuilt`. */
  open(name: string): Promise<Asset | null>;
  /** Stops a build under way. */
  close(): void;
}

interface AssetsDeps {
  log: Pick<Logger, 'error'>;
  build?: (signal: AbortSignal) => Promise<string>;
}

/** The files of the pages. What was read stays in memory, from the first request on. */
export function createAssets({ log, build = buildWeb }: AssetsDeps): Assets {
  const stopping = new AbortController();
  const own = once(readOwnFiles);
  let building: Promise<string> | null = null;
  const built = () => (building ??= build(stopping.signal));
  const files = once(async () => readAll(await built()));
  return {
    prepare: () => {
      built().catch((error: unknown) => {
        if (stopping.signal.aborted) return;
        if (error instanceof NotBuilt) log.error(error.message);
        else log.error({ err: error }, 'the app of the pages could not be built');
      });
    },
    open: async (name) => (await own()).get(name) ?? (await files()).get(name) ?? null,
    close: () => stopping.abort(),
  };
}

async function readAll(folder: string): Promise<Map<string, Asset>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = new Map<string, Asset>();
  for (const entry of entries.filter((each) => each.isFile() && isServed(each.name))) {
    const path = join(entry.parentPath, entry.name);
    const name = path.slice(folder.length + 1).replaceAll(sep, '/');
    files.set(name, assetOf(name, await readFile(path)));
  }
  return files;
}

/** What a task gave, for everybody who asks; one that failed is tried again. */
function once<T>(task: () => Promise<T>): () => Promise<T> {
  let running: Promise<T> | null = null;
  return () => {
    running ??= task().catch((error: unknown) => {
      running = null;
      throw error;
    });
    return running;
  };
}
