import { DatabaseSync, type SQLInputValue, type StatementSync } from 'node:sqlite';
import { SqliteAdapter, SqliteDialect, type SqliteDatabase, type SqliteStatement } from 'kysely';

const STATEMENTS_KEPT = 200;

class Adapter extends SqliteAdapter {
  // SQLite can undo DDL, so that a migration cut off by a crash leaves nothing behind.
  override get supportsTransactionalDdl() {
    return true;
  }
}

/** Kysely's SQLite dialect over Node's own driver; every commit is on the disk before it is acknowledged. */
export class NodeSqliteDialect extends SqliteDialect {
  constructor(file: string) {
    super({ database: openDatabase(file) });
  }

  override createAdapter() {
    return new Adapter();
  }
}

function openDatabase(file: string): SqliteDatabase {
  const database = new DatabaseSync(file);
  database.exec('PRAGMA busy_timeout = 5000');
  database.exec('PRAGMA journal_mode = WAL');
  database.exec('PRAGMA synchronous = FULL');
  database.exec('PRAGMA foreign_keys = ON');
  const kept = new Map<string, SqliteStatement>();
  return {
    close: () => {
      kept.clear();
      database.close();
    },
    prepare: (sql) => kept.get(sql) ?? keep(kept, sql, wrap(database.prepare(sql))),
  };
}

function keep(kept: Map<string, SqliteStatement>, sql: string, statement: SqliteStatement): SqliteStatement {
  if (kept.size >= STATEMENTS_KEPT) kept.clear();
  kept.set(sql, statement);
  return statement;
}

function wrap(statement: StatementSync): SqliteStatement {
  const values = (parameters: readonly unknown[]) => parameters as SQLInputValue[];
  return {
    reader: statement.columns().length > 0,
    all: (parameters) => statement.all(...values(parameters)),
    run: (parameters) => statement.run(...values(parameters)),
    iterate: (parameters) => statement.iterate(...values(parameters)),
  };
}
