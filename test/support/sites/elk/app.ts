import { defineComponent, h, KeepAlive, Teleport, type VNode } from 'vue';
import { ANA, READER } from '../content.ts';
import type { PageStore } from '../page-store.ts';
import { homePage } from './home.ts';
import { glyph, mainContent, type Open, useState } from './parts.ts';
import { statusCard } from './status-card.ts';

function otherPage(page: PageStore, open: Open) {
  return defineComponent({
    name: 'OtherPage',
    setup() {
      const state = useState(page);
      return () => {
        const isNotifications = state.value.shown === page.routes.notifications;
        // One card stands among notifications too.
        const count = isNotifications ? 1 : 6;
        const cards = state.value.posts.slice(40, 40 + count).map((post) => statusCard(post, open));
        const title = isNotifications ? 'Notifications' : ANA.name;
        return mainContent(title, h('div', [h('div', { buffer: '10' }, cards)]));
      };
    },
  });
}

function side(page: PageStore): VNode {
  const links = [
    ['Home', page.routes.home, 'home'],
    ['Notifications', page.routes.notifications, 'bell'],
    ['Profile', page.routes.profile(READER), 'user'],
  ] as const;
  return h('aside', { class: 'side' }, [
    h('div', { class: 'stick' }, [
      h(
        'nav',
        { 'aria-label': 'Main' },
        links.map(([label, to, name]) =>
          h('a', { href: to, class: 'side-item' }, [glyph(name, 20), h('span', label)]),
        ),
      ),
      h('button', { type: 'button', class: 'compose', onClick: () => page.openModal() }, 'Compose'),
    ]),
  ]);
}

function dialog(page: PageStore): VNode {
  return h(Teleport, { to: 'body' }, [
    h('div', { role: 'dialog', 'aria-modal': 'true', 'aria-label': 'Compose', class: 'dialog' }, [
      h('div', { class: 'veil', onClick: () => page.closeModal() }),
      h('textarea', { 'aria-label': 'Post text', placeholder: "What's on your mind?" }),
    ]),
  ]);
}

/** Home lives on while other pages are seen; those are made anew. */
export function elkApp(page: PageStore, open: Open) {
  const home = homePage(page, open);
  const other = otherPage(page, open);
  return defineComponent({
    name: 'ElkApp',
    setup() {
      const state = useState(page);
      return () => {
        const isHome = page.routes.isHome(state.value.shown);
        const current = isHome
          ? h(home, { key: `home-${state.value.column}` })
          : h(other, { key: state.value.shown });
        return h('div', { class: 'full' }, [
          h('main', { class: 'layout' }, [
            side(page),
            h('div', { class: 'content' }, [
              h('div', [h(KeepAlive, { include: ['HomePage'] }, { default: () => current })]),
            ]),
            h('aside', { class: 'right' }, [h('div', { class: 'search' }, 'Search')]),
          ]),
          state.value.isModalOpen ? dialog(page) : null,
        ]);
      };
    },
  });
}
