import { h } from './dom.ts';
import { icon, type IconName } from './icons.ts';
import { type Author, initials } from './people.ts';
import { landscape } from './pictures.ts';
import { ageOf, type Post, type PostLink } from './posts.ts';

export function avatar(author: Author, size: 'small' | 'large' = 'small'): HTMLElement {
  const face = h('span', { class: `avatar ${size}`, 'aria-hidden': 'true' }, initials(author.name));
  face.style.setProperty('--hue', String(author.hue));
  return face;
}

function count(name: IconName, label: string, value: number): HTMLElement {
  return h('span', { class: 'count', title: label }, icon(name), value === 0 ? '' : String(value));
}

function showLike(button: HTMLButtonElement, post: Post): void {
  button.setAttribute('aria-pressed', String(post.liked));
  button.replaceChildren(icon('heart'), String(post.likes));
}

function likeButton(post: Post): HTMLButtonElement {
  const button = h('button', { class: 'count like', type: 'button', 'aria-label': 'Like' });
  button.addEventListener('click', () => {
    post.liked = !post.liked;
    post.likes += post.liked ? 1 : -1;
    showLike(button, post);
  });
  showLike(button, post);
  return button;
}

/** The site's own preview of a link, made when it was posted: it never changes again. */
function linkCard({ url, title, host }: PostLink): HTMLElement {
  const words = h(
    'span',
    { class: 'link-words' },
    h('b', {}, title),
    h('span', {}, `Audio Space by ${host}`),
  );
  return h(
    'a',
    { class: 'link-card', href: url },
    h('span', { class: 'link-picture' }, icon('voice')),
    words,
  );
}

/** One post. A row is thrown away when it scrolls out of sight and made anew when it comes back. */
export function postRow(post: Post): HTMLElement {
  const profile = `/demo/profile/${post.author.handle}`;
  const byline = h(
    'div',
    { class: 'byline' },
    h('a', { class: 'name', href: profile }, post.author.name),
    h('span', { class: 'quiet' }, `@${post.author.handle} · ${ageOf(post.minutesAgo)}`),
  );
  const text = h('p', {}, post.text);
  const body = h('div', { class: 'body' }, byline, text);
  if (post.link) {
    text.append(' ', h('a', { href: post.link.url }, post.link.url.replace(/^https?:\/\//, '')));
    body.append(linkCard(post.link));
  }
  if (post.picture !== undefined) body.append(landscape(post.picture));
  body.append(
    h(
      'div',
      { class: 'counts' },
      count('reply', 'Replies', post.replies),
      count('boost', 'Boosts', post.boosts),
      likeButton(post),
    ),
  );
  return h(
    'article',
    {
      class: 'post',
      'data-testid': 'post',
      'data-post': post.id,
      'data-author': post.author.handle,
      tabindex: 0,
    },
    h(
      'a',
      { class: 'face', href: profile, tabindex: -1, 'aria-label': post.author.name },
      avatar(post.author),
    ),
    body,
  );
}
