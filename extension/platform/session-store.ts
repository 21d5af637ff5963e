import * as v from 'valibot';
import { KeptSessionSchema, type KeptSession } from '#shared/client/session.ts';

const DATABASE = 'perch';
const STORE = 'sessions';

function answerOf<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.addEventListener('success', () => resolve(request.result));
    request.addEventListener('error', () => reject(request.error));
  });
}

function openDatabase(): Promise<IDBDatabase> {
  const request = indexedDB.open(DATABASE, 1);
  request.addEventListener('upgradeneeded', () => request.result.createObjectStore(STORE));
  return answerOf(request);
}

async function withStore<T>(
  mode: IDBTransactionMode,
  act: (store: IDBObjectStore) => IDBRequest<T>,
): Promise<T> {
  const database = await openDatabase();
  try {
    return await answerOf(act(database.transaction(STORE, mode).objectStore(STORE)));
  } finally {
    database.close();
  }
}

/** Sessions by server, in the extension origin's IndexedDB: content scripts and pages see another one. */
export const sessionStore = {
  async read(server: string): Promise<KeptSession | null> {
    const parsed = v.safeParse(KeptSessionSchema, await withStore('readonly', (store) => store.get(server)));
    return parsed.success ? parsed.output : null;
  },
  async write(server: string, session: KeptSession): Promise<void> {
    await withStore('readwrite', (store) => store.put(session, server));
  },
  async remove(server: string): Promise<void> {
    await withStore('readwrite', (store) => store.delete(server));
  },
};
