import { inLine, isolate } from './words.ts';

const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;

/** A name for the midst of a sentence: one in right-to-left letters keeps its own order and leaves the words around it theirs. */
export function isolated(name: string): string {
  return RIGHT_TO_LEFT.test(name) ? isolate(name) : name;
}

/** Names as a language joins them, each in its own order: where lines run from right to left, that is a matter of every name. */
export function listed(names: readonly string[], language: string): string {
  return new Intl.ListFormat(language).format(names.map((name) => inLine(isolated(name), language)));
}
