import { type ChildProcess, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as v from 'valibot';

const ManifestSchema = v.object({ key: v.optional(v.string()) });

/** The id that Chromium gives an extension with this public key: the first half of its hash, in letters from a to p. */
export function extensionId(key: string): string {
  const digest = createHash('sha256').update(Buffer.from(key, 'base64')).digest('hex').slice(0, 32);
  return digest.replace(/./g, (digit) => String.fromCharCode(97 + Number.parseInt(digit, 16)));
}

// A new profile hides the icons of extensions behind a menu, moves them by an offer to sign in, and does not load ours again.
async function prepareProfile(profile: string, extension: string): Promise<void> {
  const { key } = v.parse(
    ManifestSchema,
    JSON.parse(await readFile(join(extension, 'manifest.json'), 'utf8')),
  );
  const folder = join(profile, 'Default');
  await mkdir(folder, { recursive: true });
  if (key === undefined) return;
  const preferences = {
    extensions: { pinned_extensions: [extensionId(key)], ui: { developer_mode: true } },
    signin: { allowed: false, allowed_on_next_startup: false },
  };
  await writeFile(join(folder, 'Preferences'), JSON.stringify(preferences), { flag: 'wx' }).catch(
    (error: unknown) => {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    },
  );
}

/** Chromium's sandbox cannot be set up by root. */
export const isWithoutSandbox = () => process.getuid?.() === 0;

export interface Opening {
  browser: string;
  extension: string;
  profile: string;
  url: string;
}

/** Opens a window of its own on `url` with the extension loaded; the profile keeps its settings from one start to the next. */
export async function openBrowser({ browser, extension, profile, url }: Opening): Promise<ChildProcess> {
  await prepareProfile(profile, extension);
  const flags = [
    `--user-data-dir=${profile}`,
    `--load-extension=${extension}`,
    '--no-first-run',
    '--no-default-browser-check',
    '--hide-crash-restore-bubble',
  ];
  // The second flag spares the page a warning about the first, which the terminal has given.
  if (isWithoutSandbox()) flags.push('--no-sandbox', '--test-type');
  return spawn(browser, [...flags, url], { detached: true, stdio: 'ignore' });
}
