import { Fault } from './fault.ts';

/** The body of an answer, at most `maxBytes` of it: rejects with `not_perch` for more, with `unreachable` when it breaks off. */
export async function readBytes({ body }: Response, maxBytes: number): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  const reader = body?.getReader();
  let bytes = 0;
  for (;;) {
    const { value, done } = reader ? await nextOf(reader) : { done: true };
    if (done || !value) return joined(parts, bytes);
    bytes += value.byteLength;
    if (bytes > maxBytes) {
      // Whoever sends without an end is not waited for, not even with its goodbye.
      void reader?.cancel().catch(() => undefined);
      throw new Fault('not_perch');
    }
    parts.push(value);
  }
}

/** As `readBytes`, read as text. */
export async function readText(response: Response, maxBytes: number): Promise<string> {
  return new TextDecoder().decode(await readBytes(response, maxBytes));
}

function joined(parts: readonly Uint8Array[], bytes: number): Uint8Array {
  const whole = new Uint8Array(bytes);
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.byteLength;
  }
  return whole;
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
