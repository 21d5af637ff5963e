const ELLIPSIS = '…';
/** What is drawn over what is not its own, or not drawn at all. */
const UNSEEN = /\p{C}/gu;

/** A handle without what cannot be seen, and of a long one both ends: the beginning is the person, the end the server. */
export function cutInMiddle(handle: string, max: number): string {
  const letters = Array.from(handle.replace(UNSEEN, ''));
  if (letters.length <= max) return letters.join('');
  const end = Math.floor((max - 1) / 2);
  return [...letters.slice(0, max - 1 - end), ELLIPSIS, ...letters.slice(letters.length - end)].join('');
}
