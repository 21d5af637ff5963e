import { WindowVirtualizer } from 'virtua/vue';
import { defineComponent, h, onActivated, onDeactivated, type VNode } from 'vue';
import type { Post } from '../content.ts';
import type { PageStore } from '../page-store.ts';
import { mainContent, type Open, useState } from './parts.ts';
import { statusCard } from './status-card.ts';

const SKELETONS = 4;

function skeleton(index: number): VNode {
  return h('div', { class: 'skeleton', key: index }, [
    h('div', { class: 'skeleton-avatar' }),
    h('div', { class: 'skeleton-lines' }, [h('i'), h('i'), h('i')]),
  ]);
}

function updater(page: PageStore, waiting: number): VNode {
  return h(
    'button',
    { id: 'elk_show_new_items', type: 'button', onClick: () => page.prepend(waiting) },
    `Show ${waiting} new items`,
  );
}

/** The root of the list: the button for new posts, the virtual rows, and skeletons while it loads. */
function paginator(page: PageStore, open: Open) {
  return defineComponent({
    name: 'CommonPaginator',
    setup() {
      const state = useState(page);
      const onScroll = () => page.moreNear(document.documentElement);
      onActivated(() => addEventListener('scroll', onScroll, { passive: true }));
      onDeactivated(() => removeEventListener('scroll', onScroll));
      return () => {
        const { timeline, posts, loaded, waiting } = state.value;
        const isThere = timeline === 'there';
        const rows = h(
          WindowVirtualizer,
          { data: isThere ? posts.slice(0, loaded) : [] },
          { default: ({ item }: { item: unknown }) => [statusCard(item as Post, open)] },
        );
        return h('div', [
          waiting > 0 ? updater(page, waiting) : null,
          rows,
          h('div', { class: 'end' }),
          isThere
            ? null
            : h(
                'div',
                Array.from({ length: SKELETONS }, (_, at) => skeleton(at)),
              ),
        ]);
      };
    },
  });
}

export function homePage(page: PageStore, open: Open) {
  const list = paginator(page, open);
  return defineComponent({
    name: 'HomePage',
    setup() {
      return () => {
        // Nobody declares `buffer`, so that it falls through to the element.
        const timeline = h('div', [null, h('div', { class: 'rule' }), h(list, { buffer: '10' })]);
        return mainContent('Home', timeline);
      };
    },
  });
}
