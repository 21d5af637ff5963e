import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

/** Another server uses the data folder; the message is one sentence for the terminal. */
export class DataDirInUse extends Error {
  override readonly name = 'DataDirInUse';
}

/**
 * Holds `dataDir` (made when absent) for this process until `release`, or its death by whatever cause.
 * Waits `waitMs` for a holder that is about to go. Throws `DataDirInUse`.
 */
export function lockDataDir(dataDir: string, waitMs = 1_000): { release: () => void } {
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  // The system drops SQLite's file lock with the process, unlike a file that names a pid.
  const lock = new DatabaseSync(join(dataDir, 'perch.lock'));
  try {
    lock.exec(`PRAGMA busy_timeout = ${waitMs}; PRAGMA journal_mode = DELETE; BEGIN EXCLUSIVE`);
  } catch (cause) {
    lock.close();
    throw new DataDirInUse(
      `Another Perch server is using ${dataDir}; stop it or set DATA_DIR to another folder.`,
      { cause },
    );
  }
  return { release: () => lock.close() };
}
