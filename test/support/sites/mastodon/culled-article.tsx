/** @jsxImportSource react */
import { memo, useEffect, useRef, useState } from 'react';
import { type Post, textFrom } from '../content.ts';
import type { Staging } from '../page-store.ts';
import type { Articles } from './articles.ts';
import { Status } from './status.tsx';

interface ArticleProps {
  post: Post;
  index: number;
  count: number;
  articles: () => Articles;
  open: (id: string) => void;
  flavour: Staging['flavour'];
  host: string;
}

/** What stands in for a post off screen; vanilla keeps its wrapper, glitch does not. */
function Stub({ post, flavour }: { post: Post; flavour: Staging['flavour'] }) {
  return (
    <div className={flavour === 'glitch' ? 'status focusable' : 'status__wrapper focusable'} tabIndex={0}>
      <span>{post.author.name}</span>
      <span>{textFrom(post)}</span>
    </div>
  );
}

/** An article whose content is swapped for a hidden stub when the browser has time and it is off screen. */
export const CulledArticle = memo(function CulledArticle(props: ArticleProps) {
  const { post, index, count, articles, open, flavour, host } = props;
  const node = useRef<HTMLElement>(null);
  const height = useRef(0);
  const [isHidden, setHidden] = useState(false);

  useEffect(() => {
    const article = node.current!;
    const observer = articles();
    let isIntersecting = true;
    let idle = 0;
    observer.observe(article, (isSeen, measured) => {
      isIntersecting = isSeen;
      if (isSeen) return setHidden(false);
      height.current ||= measured;
      idle = requestIdleCallback(() => {
        if (!isIntersecting) setHidden(true);
      });
    });
    return () => {
      cancelIdleCallback(idle);
      observer.unobserve(article);
    };
  }, [articles]);

  return (
    <article
      ref={node}
      tabIndex={-1}
      aria-posinset={index + 1}
      aria-setsize={count}
      data-id={post.id}
      style={isHidden ? { height: `${height.current}px`, opacity: 0, overflow: 'hidden' } : undefined}
    >
      {isHidden ? (
        <Stub post={post} flavour={flavour} />
      ) : (
        <Status post={post} open={open} flavour={flavour} host={host} />
      )}
    </article>
  );
});
