const PROGRESS_MS = 5_000;

/** Says on stderr what is being done, and for how long already, until it is done. */
export async function withProgress<T>(what: string, work: () => Promise<T>): Promise<T> {
  const started = Date.now();
  const say = (line: string) => process.stderr.write(`${line}\n`);
  say(`${what}. This happens once.`);
  const timer = setInterval(
    () => say(`${what}: ${Math.round((Date.now() - started) / 1000)} s`),
    PROGRESS_MS,
  );
  try {
    return await work();
  } finally {
    clearInterval(timer);
  }
}
