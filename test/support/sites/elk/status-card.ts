import { h, type VNode } from 'vue';
import { acct, type Part, type Person, type Post } from '../content.ts';
import { isForInner, shorten } from '../links.ts';
import { glyph, type Open } from './parts.ts';
import { SERVER } from './server.ts';

const SHOWN_LETTERS = 30;
const NEW_TAB = { target: '_blank', rel: 'nofollow noopener noreferrer' };

const profileOf = (person: Person) => `/${SERVER}/@${acct(person)}`;

function avatar(person: Person, size: number): VNode {
  return h('img', {
    width: 400,
    height: 400,
    src: `https://${SERVER}/system/accounts/avatars/${person.hue}/${person.user}.svg`,
    alt: `${person.user}'s avatar`,
    loading: 'lazy',
    class: `account-avatar object-cover rounded-full bg-base size-${size}`,
    style: { 'clip-path': 'none' },
  });
}

function bigAvatar(person: Person): VNode {
  return h('div', { class: 'avatar-column' }, [
    h('div', { class: 'hover-wrapper' }, [
      h('a', { href: profileOf(person), class: 'rounded-full' }, [
        h('div', { class: 'big-avatar rounded-full' }, [avatar(person, 48)]),
      ]),
    ]),
  ]);
}

function boostRow(booster: Person): VNode {
  return h('div', { class: 'boosted' }, [
    h('div', { class: 'status-boosted' }),
    h('div', { class: 'small-avatar' }, [h('a', { href: profileOf(booster) }, [avatar(booster, 32)])]),
    h('a', { href: profileOf(booster), class: 'inline-info' }, booster.name),
  ]);
}

function text(part: Part): VNode | string {
  if (typeof part === 'string') return part;
  const { prefix, shown, rest } = shorten(part.url, SHOWN_LETTERS);
  return h('a', { href: part.url, ...NEW_TAB }, [
    h('span', { class: 'invisible' }, prefix),
    h('span', { class: rest === '' ? '' : 'ellipsis' }, shown),
    h('span', { class: 'invisible' }, rest),
  ]);
}

function previewCard({ card }: Post): VNode | null {
  if (!card) return null;
  return h('a', { href: card.url, target: '_blank', class: 'preview-card' }, [
    h('div', { class: 'preview-row' }, [
      h('div', { class: 'preview-picture' }),
      h('div', { class: 'preview-info' }, [
        h('p', { class: 'secondary' }, new URL(card.url).hostname),
        h('strong', card.title),
        h('p', { class: 'secondary' }, card.description),
      ]),
    ]),
  ]);
}

function actions(): VNode {
  return h(
    'div',
    { class: 'actions' },
    (['reply', 'boost', 'favourite', 'bookmark'] as const).map((name) =>
      h('button', { type: 'button', 'aria-label': name }, [glyph(name, 18)]),
    ),
  );
}

export function statusCard(post: Post, open: Open): VNode {
  const { author } = post;
  const onClick = (event: MouseEvent) => {
    const isPicture = event.target instanceof HTMLImageElement;
    if (!isPicture && !isForInner(event.target)) open(post.id);
  };
  return h(
    'div',
    {
      id: `status-${post.id}`,
      key: post.id,
      class: 'status-card-root',
      tabindex: 0,
      'aria-roledescription': 'status-card',
      lang: 'en',
      onClick,
    },
    [
      h('div', { class: 'upper-border' }),
      post.booster ? h('div', [boostRow(post.booster)]) : null,
      h('div', { class: 'status-row' }, [
        bigAvatar(author),
        h('div', { class: 'status-main' }, [
          h('div', { class: 'names' }, [
            h('a', { href: profileOf(author), class: 'text-link-rounded' }, [
              h('strong', author.name),
              h('span', { class: 'secondary' }, ` @${acct(author)}`),
            ]),
            h('a', { href: `${profileOf(author)}/${post.id}`, class: 'secondary' }, [h('time', post.age)]),
          ]),
          h('div', { class: 'status-content' }, [
            h('div', { class: 'status-body with-action' }, [
              h('span', { class: 'content-rich line-compact', dir: 'auto' }, [h('p', post.parts.map(text))]),
            ]),
            previewCard(post),
          ]),
          actions(),
        ]),
      ]),
    ],
  );
}
