import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';

const FILE = 'secret.key';
const KEY_BYTES = 32;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/** Keeps what a copy of the database must not tell. */
export interface Seal {
  /** `about` is bound to it: what was sealed for one thing opens for no other. */
  close(value: unknown, about: string): string;
  /** Throws for what was not sealed here, or for something else. */
  open(sealed: string, about: string): unknown;
}

/** AES-256-GCM under a key that lies beside the database, never in it; made when there is none. */
export function openSeal(dataDir: string): Seal {
  return sealWith(readKey(join(dataDir, FILE)));
}

export function sealWith(key: Buffer): Seal {
  return {
    close(value, about) {
      const nonce = randomBytes(NONCE_BYTES);
      const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(about));
      const text = Buffer.concat([cipher.update(JSON.stringify(value)), cipher.final()]);
      return Buffer.concat([nonce, cipher.getAuthTag(), text]).toString('base64url');
    },
    open(sealed, about) {
      const bytes = Buffer.from(sealed, 'base64url');
      const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, NONCE_BYTES));
      decipher.setAAD(Buffer.from(about));
      decipher.setAuthTag(bytes.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES));
      const text = decipher.update(bytes.subarray(NONCE_BYTES + TAG_BYTES));
      return JSON.parse(Buffer.concat([text, decipher.final()]).toString()) as unknown;
    },
  };
}

/** What lies sealed; null where nothing does, or what was sealed with a key that is gone, so that it is simply made again. */
export function unsealed<Schema extends v.GenericSchema>(
  seal: Seal,
  sealed: string | undefined,
  about: string,
  schema: Schema,
): v.InferOutput<Schema> | null {
  if (sealed === undefined) return null;
  try {
    return v.parse(schema, seal.open(sealed, about));
  } catch {
    return null;
  }
}

function readKey(file: string): Buffer {
  try {
    // Only one of two that start at once makes it.
    writeFileSync(file, randomBytes(KEY_BYTES), { mode: 0o600, flag: 'wx' });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
  const key = readFileSync(file);
  if (key.length !== KEY_BYTES) throw new Error(`${file} is not a key of ${KEY_BYTES} bytes.`);
  return key;
}
