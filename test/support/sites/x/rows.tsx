/** @jsxImportSource react */
import { useCallback, useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { Post } from '../content.ts';
import { options } from '../page-store.ts';
import { Tweet } from './tweet.tsx';

const GUESS_PX = 150;
const OVERSCAN_PX = 900;
/** With `?recycle` a row's elements are used again for the next post, instead of made anew. */
const recycles = options.has('recycle');

interface RowsProps {
  posts: readonly Post[];
  open: (id: string) => void;
  onNearEnd: () => void;
}

interface Row {
  post: Post;
  top: number;
  height: number;
}

/** Where each row lies, by the heights measured so far. */
function layOut(posts: readonly Post[], heights: ReadonlyMap<string, number>): Row[] {
  let top = 0;
  return posts.map((post) => {
    const height = heights.get(post.id) ?? GUESS_PX;
    const row = { post, top, height };
    top += height;
    return row;
  });
}

/** What of the list the window looks at, in the list's own pixels. */
function useWindow(list: { current: HTMLElement | null }): { from: number; to: number } {
  const [seen, setSeen] = useState({ from: 0, to: 2 * OVERSCAN_PX });
  useLayoutEffect(() => {
    let frame = 0;
    const look = () => {
      frame = 0;
      const top = list.current?.getBoundingClientRect().top ?? 0;
      const from = -top - OVERSCAN_PX;
      setSeen({ from, to: from + innerHeight + 2 * OVERSCAN_PX });
    };
    const lookSoon = () => {
      frame ||= requestAnimationFrame(look);
    };
    look();
    addEventListener('scroll', lookSoon, { passive: true });
    addEventListener('resize', lookSoon);
    return () => {
      cancelAnimationFrame(frame);
      removeEventListener('scroll', lookSoon);
      removeEventListener('resize', lookSoon);
    };
  }, [list]);
  return seen;
}

/** Rows that lie absolutely in one tall element; only those near the window exist. */
export function Rows({ posts, open, onNearEnd }: RowsProps) {
  const list = useRef<HTMLDivElement>(null);
  const [heights, setHeights] = useState<ReadonlyMap<string, number>>(new Map());
  const rows = useMemo(() => layOut(posts, heights), [posts, heights]);
  const { from, to } = useWindow(list);
  const last = rows.at(-1);
  const height = last ? last.top + last.height : 0;
  const shown = rows.filter((row) => row.top + row.height > from && row.top < to);
  const isNearEnd = to > height;

  useLayoutEffect(() => {
    if (isNearEnd) onNearEnd();
  }, [isNearEnd, onNearEnd, posts.length]);

  const measure = useCallback(() => {
    setHeights((before) => {
      const cells = [...(list.current?.querySelectorAll<HTMLElement>('[data-testid="cellInnerDiv"]') ?? [])];
      const changed = cells
        .map((cell) => [cell.dataset.row!, cell.offsetHeight] as const)
        .filter(([id, now]) => now > 0 && before.get(id) !== now);
      return changed.length === 0 ? before : new Map([...before, ...changed]);
    });
  }, []);
  useLayoutEffect(measure, [measure, shown.length, shown[0]?.post.id]);

  return (
    <div ref={list} style={{ position: 'relative', minHeight: height }}>
      {shown.map(({ post, top }, slot) => (
        <div
          key={recycles ? slot : post.id}
          data-testid="cellInnerDiv"
          data-row={post.id}
          style={{ transform: `translateY(${top}px)`, position: 'absolute', width: '100%' }}
        >
          <Tweet post={post} open={open} />
        </div>
      ))}
    </div>
  );
}
