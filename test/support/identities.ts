import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { ShownIdentity } from '#shared/schema/identity.ts';
import type { TakenPicture } from '../../server/identity/pictures.ts';
import { hashToken } from '../../server/identity/tokens.ts';
import { packedHashes } from '../../server/store/identity-keys.ts';

/**
 * Gives somebody on a running server an identity that they show, written into its database from outside. `who` is the
 * token of their session, their participant id or their account id. The server sees it when it next reads a Space of
 * theirs: at once when they start or come on stage afterwards, else with the next change of that Space.
 */
export function showIdentity(
  { dataDir }: { dataDir: string },
  who: string,
  { network, handle, keys, picture }: Omit<ShownIdentity, 'pid'> & { picture?: TakenPicture },
): void {
  const db = new DatabaseSync(join(dataDir, 'perch.sqlite'));
  try {
    db.exec('PRAGMA busy_timeout = 5000');
    if (picture) addPicture(db, picture);
    const values = [randomUUID(), accountOf(db, who), network, handle, handle, JSON.stringify(keys)];
    const columns = 'id, account_id, network, subject, handle, keys, hashes, picture, shown, at';
    db.prepare(`INSERT INTO identities (${columns}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, 1, ?)`).run(
      ...values,
      packedHashes(keys),
      picture?.id ?? null,
      Date.now(),
    );
  } finally {
    db.close();
  }
}

function addPicture(db: DatabaseSync, { id, webp }: TakenPicture): void {
  const insert = db.prepare('INSERT INTO pictures (id, webp, at) VALUES (?, ?, ?)');
  insert.run(id, webp.toString('base64'), Date.now());
}

function accountOf(db: DatabaseSync, who: string): string {
  const find = (sql: string, value: string) => {
    const row = db.prepare(sql).get(value);
    if (row === undefined) throw new Error(`There is nobody called ${who}.`);
    return String(row['account_id']);
  };
  if (who.startsWith('p_')) return find('SELECT account_id FROM participants WHERE id = ?', who);
  if (!who.startsWith('sps_')) return who;
  return find('SELECT account_id FROM sessions WHERE token_hash = ?', hashToken(who));
}
