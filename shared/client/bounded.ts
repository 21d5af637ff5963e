import { Fault } from './fault.ts';

/** The body of an answer as text, at most `maxBytes` of it: rejects with `not_perch` for more, with `unreachable` when it breaks off. */
export async function readText({ body }: Response, maxBytes: number): Promise<string> {
  if (!body) return '';
  const reader = body.getReader();
  const decoder = new TextDecoder();
  let [text, bytes] = ['', 0];
  for (;;) {
    const { value, done } = await nextOf(reader);
    if (done) return text + decoder.decode();
    bytes += value.byteLength;
    if (bytes > maxBytes) {
      // Whoever sends without an end is not waited for, not even with its goodbye.
      void reader.cancel().catch(() => undefined);
      throw new Fault('not_perch');
    }
    text += decoder.decode(value, { stream: true });
  }
}

async function nextOf(reader: ReadableStreamDefaultReader<Uint8Array>) {
  try {
    return await reader.read();
  } catch (error) {
    throw new Fault('unreachable', { cause: error });
  }
}

/** As `readText`, read as JSON; undefined for what is none. */
export async function readJson(response: Response, maxBytes: number): Promise<unknown> {
  const text = await readText(response, maxBytes);
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
