function answerOf<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.addEventListener('success', () => resolve(request.result));
    request.addEventListener('error', () => reject(request.error));
  });
}

function open(database: string, store: string): Promise<IDBDatabase> {
  const request = indexedDB.open(database, 1);
  request.addEventListener('upgradeneeded', () => request.result.createObjectStore(store));
  return answerOf(request);
}

/** The one table of a database in the extension origin's IndexedDB: content scripts and pages see another one. */
export function table(database: string, name: string) {
  async function within<T>(
    mode: IDBTransactionMode,
    act: (store: IDBObjectStore) => IDBRequest<T>,
  ): Promise<T> {
    const opened = await open(database, name);
    try {
      return await answerOf(act(opened.transaction(name, mode).objectStore(name)));
    } finally {
      opened.close();
    }
  }

  return {
    get: (key: string): Promise<unknown> => within('readonly', (store) => store.get(key)),
    all: (): Promise<unknown[]> => within('readonly', (store) => store.getAll()),
    async put(key: string, value: unknown): Promise<void> {
      await within('readwrite', (store) => store.put(value, key));
    },
    async remove(key: string): Promise<void> {
      await within('readwrite', (store) => store.delete(key));
    },
  };
}
