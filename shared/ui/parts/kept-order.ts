import { useRef } from 'preact/hooks';

const HELD = ':hover, :focus-within';

/**
 * The things in their order, except while a pointer or the focus is in the place: then what is shown stays where it is, so
 * that nothing moves under a click, and what is new comes last.
 */
export function useKeptOrder<T extends { id: string }>(
  things: readonly T[],
  place: Element | null | undefined,
): readonly T[] {
  const last = useRef<readonly string[]>([]);
  const rankOf = ({ id }: T) => last.current.indexOf(id) + 1 || Number.MAX_VALUE;
  const order = place?.matches(HELD) ? things.toSorted((a, b) => rankOf(a) - rankOf(b)) : things;
  last.current = order.map(({ id }) => id);
  return order;
}
