/** @jsxImportSource react */
import { Component, createRef } from 'react';
import type { Post } from '../content.ts';
import type { Staging } from '../page-store.ts';
import { Articles } from './articles.ts';
import { CulledArticle } from './culled-article.tsx';

interface ListProps {
  posts: readonly Post[];
  open: (id: string) => void;
  flavour: Staging['flavour'];
  host: string;
  /** The document scrolls, not the list. */
  bindsToDocument: boolean;
  onNearEnd: (scroller: Element) => void;
}

/** Keeps the eye on the same post when others arrive above it, by the difference in height. */
export class ScrollableList extends Component<ListProps> {
  readonly #node = createRef<HTMLDivElement>();
  #articles: Articles | null = null;

  override componentDidMount(): void {
    const target = this.props.bindsToDocument ? document : this.#node.current!;
    target.addEventListener('scroll', this.#onScroll, { passive: true });
  }

  override componentWillUnmount(): void {
    const target = this.props.bindsToDocument ? document : this.#node.current!;
    target.removeEventListener('scroll', this.#onScroll);
    this.#articles?.disconnect();
    this.#articles = null;
  }

  override getSnapshotBeforeUpdate(before: ListProps): number | null {
    const isPrepended = before.posts[0]?.id !== this.props.posts[0]?.id;
    const { scrollHeight, scrollTop } = this.#scroller();
    return isPrepended && scrollTop > 0 ? scrollHeight - scrollTop : null;
  }

  override componentDidUpdate(_: ListProps, __: unknown, fromBottom: number | null): void {
    const scroller = this.#scroller();
    if (fromBottom !== null) scroller.scrollTop = scroller.scrollHeight - fromBottom;
  }

  #scroller(): Element {
    return this.props.bindsToDocument ? document.scrollingElement! : this.#node.current!;
  }

  #onScroll = (): void => this.props.onNearEnd(this.#scroller());

  readonly #observed = (): Articles => {
    const margins = this.props.bindsToDocument ? {} : { root: this.#node.current, rootMargin: '300% 0px' };
    this.#articles ??= new Articles(margins);
    return this.#articles;
  };

  override render() {
    const { posts, open, flavour, host } = this.props;
    const banner = (
      <div className="dismissable-banner" key="banner">
        Rules of this server have changed.
      </div>
    );
    // Up to 4.3 banners stood inside the list.
    return (
      <div className="scrollable scrollable--flex" ref={this.#node}>
        {flavour !== 'old' && banner}
        <div role="feed" className="item-list">
          {flavour === 'old' && banner}
          {posts.map((post, index) => (
            <CulledArticle
              key={post.id}
              post={post}
              index={index}
              count={posts.length}
              articles={this.#observed}
              open={open}
              flavour={flavour}
              host={host}
            />
          ))}
        </div>
        {posts.length === 0 && (
          <div className="scrollable__append">
            <div className="loading-indicator" role="progressbar" />
          </div>
        )}
      </div>
    );
  }
}
