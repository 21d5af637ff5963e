import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import * as v from 'valibot';
import { type Role, RoleSchema } from '#shared/schema/space.ts';

/** What a look at a Space, or a session's use, may change. */
const NOT_COMPARED = ['sessions', 'webhook_inbox'];

/** Looks into a test's database beside the store, also while another process has it open. */
export class Rows {
  readonly #db: DatabaseSync;

  constructor(dataDir: string) {
    this.#db = new DatabaseSync(join(dataDir, 'perch.sqlite'), { readOnly: true });
  }

  /** Every row of every table as text, so that two moments can be compared. */
  whole(): string {
    const compared = this.#tables().filter((name) => !NOT_COMPARED.includes(name));
    return compared.map((name) => `${name}\n${this.#linesOf(name)}`).join('\n');
  }

  /** All that the database holds, as text. */
  everything(): string {
    return this.#tables()
      .map((name) => `${name}\n${this.#linesOf(name)}`)
      .join('\n');
  }

  audits(spaceId: string): Record<string, unknown>[] {
    return this.#db.prepare('SELECT * FROM audit WHERE space_id = ? ORDER BY rowid').all(spaceId);
  }

  /** The joins of a Space that are not over. */
  inside(spaceId: string): { id: string; role: Role; sid: string | null; isGone: boolean }[] {
    const open = this.#db.prepare('SELECT * FROM participants WHERE space_id = ? AND left_at IS NULL');
    return open.all(spaceId).map((row) => ({
      id: String(row.id),
      role: v.parse(RoleSchema, row.role),
      sid: row.lk_sid === null ? null : String(row.lk_sid),
      isGone: row.gone_at !== null,
    }));
  }

  /** Spaces that are not over, by id. */
  openSpaces(): string[] {
    return this.#db
      .prepare(`SELECT id FROM spaces WHERE state <> 'ended'`)
      .all()
      .map(({ id }) => String(id));
  }

  bans(spaceId: string): string[] {
    const bans = this.#db.prepare('SELECT account_id FROM space_bans WHERE space_id = ?').all(spaceId);
    return bans.map(({ account_id }) => String(account_id));
  }

  close(): void {
    this.#db.close();
  }

  #tables(): string[] {
    return this.#db
      .prepare(`SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name`)
      .all()
      .map(({ name }) => String(name));
  }

  #linesOf(table: string): string {
    const rows = this.#db.prepare(`SELECT * FROM "${table}" ORDER BY rowid`).all();
    return rows.map((row) => JSON.stringify(row)).join('\n');
  }
}
