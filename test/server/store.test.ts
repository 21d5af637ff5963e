import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, test } from 'vitest';
import { DataDirInUse, lockDataDir } from '../../server/store/lock.ts';
import { openStore } from '../../server/store/store.ts';
import { openCore, temporaryDir } from '../support/core-app.ts';
import { killWhileWriting } from '../support/crash-writer.ts';
import { writeFirstDatabase } from '../support/first-database.ts';
import { storeContract } from '../support/store-contract.ts';
import { accountsContract } from '../support/store-contract-accounts.ts';
import { identitiesContract } from '../support/store-contract-identities.ts';
import { account } from '../support/store-contract-records.ts';
import { moderationContract } from '../support/store-contract-moderation.ts';
import { safetyContract } from '../support/store-contract-safety.ts';
import { stageContract } from '../support/store-contract-stage.ts';
import { statusContract } from '../support/store-contract-status.ts';

const opened = () => openStore(temporaryDir());
describe('SQLite', () => storeContract(opened));
describe('SQLite, for the stage', () => stageContract(opened));
describe('SQLite, for safety', () => safetyContract(opened));
describe('SQLite, for accounts', () => accountsContract(opened));
describe('SQLite, for identities', () => identitiesContract(opened));
describe('SQLite, for moderation', () => moderationContract(opened));
describe('SQLite, for live statuses', () => statusContract(opened));

test('a database of the first version is carried on, with those who are live in it', async () => {
  const dir = temporaryDir();
  writeFirstDatabase(join(dir, 'perch.sqlite'));
  const store = await openStore(dir);
  expect(await store.space('s1')).toMatchObject({
    hostId: 'ana',
    firstHostId: 'ana',
    hostLostAt: null,
    speakPolicy: 'invited',
    allowAnonymous: true,
    allowGuests: true,
  });
  expect(await store.stage('s1')).toMatchObject([
    { id: 'p1', role: 'host', roleSince: 1_500, exposed: true },
  ]);
  await store.close();
});

test('a store opened again holds what it held, at the same schema', async () => {
  const dir = join(temporaryDir(), 'made', 'when', 'absent');
  const first = await openStore(dir);
  await first.addAccount(account('ana'));
  await first.close();
  const again = await openStore(dir);
  expect(await again.account('ana')).toEqual(account('ana'));
  await again.close();
});

test('the database can be read while the server writes', async () => {
  const dir = temporaryDir();
  const store = await openStore(dir);
  const reader = new DatabaseSync(join(dir, 'perch.sqlite'));
  expect(reader.prepare('PRAGMA journal_mode').get()).toEqual({ journal_mode: 'wal' });
  reader.close();
  await store.close();
});

test('a token is nowhere in the database files', async () => {
  const dir = temporaryDir();
  const core = await openCore({ dataDir: dir });
  const { token } = await core.guest();
  const files = ['perch.sqlite', 'perch.sqlite-wal'].map((name) => readFileSync(join(dir, name), 'latin1'));
  expect(files.join('')).not.toContain(token);
  expect(files.join('')).not.toContain(token.slice(4));
});

test('a second server on the same folder is told so in one sentence', () => {
  const dir = join(temporaryDir(), 'data');
  mkdirSync(dir);
  const lock = lockDataDir(dir);
  const second = () => lockDataDir(dir, 10);
  expect(second).toThrow(DataDirInUse);
  expect(second).toThrow(`Another Perch server is using ${dir}; stop it or set DATA_DIR to another folder.`);
  lock.release();
  lockDataDir(dir, 10).release();
});

test(
  'kill -9 in the middle of writes loses nothing that was acknowledged',
  { timeout: 120_000 },
  async () => {
    await killWhileWriting(temporaryDir(), 20);
  },
);
