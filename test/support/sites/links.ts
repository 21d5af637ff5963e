const PREFIX = /^https?:\/\/(www\.)?/;

/** A long address in the three pieces that timelines show it in: both ends may be hidden. */
export function shorten(url: string, length: number): { prefix: string; shown: string; rest: string } {
  const prefix = PREFIX.exec(url)?.[0] ?? '';
  const shown = url.slice(prefix.length, prefix.length + length);
  return { prefix, shown, rest: url.slice(prefix.length + length) };
}

/** Whether a click was meant for something inside the post rather than the post. */
export const isForInner = (target: EventTarget | null) =>
  target instanceof Element && target.closest('a, button') !== null;
