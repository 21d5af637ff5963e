/** Values that have to be fetched: undefined until they come, and whoever asked meanwhile is called back. */
export function later<Value>(fetch: (key: string) => Promise<Value>) {
  const values = new Map<string, Value>();
  const coming = new Map<string, Promise<void>>();

  async function bring(key: string): Promise<void> {
    values.set(key, await fetch(key));
    coming.delete(key);
  }

  return (key: string, onCome: () => void): Value | undefined => {
    if (values.has(key)) return values.get(key);
    const promise = coming.get(key) ?? bring(key);
    coming.set(key, promise);
    void promise.then(onCome);
    return undefined;
  };
}
