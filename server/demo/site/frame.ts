import { h } from './dom.ts';
import { icon, type IconName } from './icons.ts';
import { AUTHORS } from './people.ts';
import { avatar } from './post-row.ts';

const TALK = [
  ['Repair benches', '214 posts'],
  ['Spring tide', '98 posts'],
  ['Pages under 14 kB', '61 posts'],
  ['The crooked shed', '12 posts'],
] as const;

const LINKS = [
  ['/demo/timeline', 'home', 'Home'],
  ['/demo/notifications', 'bell', 'Notifications'],
  ['/demo/profile/wren', 'person', 'Profile'],
] as const satisfies readonly (readonly [string, IconName, string])[];

function toolButton(name: IconName, label: string, className: string, onClick: () => void): HTMLElement {
  const button = h('button', { type: 'button', class: className }, icon(name), h('span', {}, label));
  button.addEventListener('click', onClick);
  return button;
}

export function rail({ onTheme, onCompose }: { onTheme: () => void; onCompose: () => void }): HTMLElement {
  const links = LINKS.map(([href, name, label]) => h('a', { href }, icon(name), h('span', {}, label)));
  return h(
    'nav',
    { class: 'rail', 'aria-label': 'Wren' },
    h(
      'a',
      { class: 'brand', href: '/demo/timeline' },
      h('span', { class: 'mark', 'aria-hidden': 'true' }, 'w'),
      h('span', {}, 'Wren'),
    ),
    ...links,
    toolButton('moon', 'Light or dark', 'plain', onTheme),
    toolButton('pen', 'Post', 'primary', onCompose),
  );
}

export function aside(): HTMLElement {
  const talk = TALK.map(([title, posts]) =>
    h('li', {}, h('strong', {}, title), h('span', { class: 'quiet' }, posts)),
  );
  const people = AUTHORS.filter((author) => !author.followed)
    .slice(0, 4)
    .map((author) =>
      h(
        'li',
        { class: 'person' },
        avatar(author),
        h(
          'span',
          {},
          h('a', { class: 'name', href: `/demo/profile/${author.handle}` }, author.name),
          h('span', { class: 'quiet' }, `@${author.handle}`),
        ),
      ),
    );
  return h(
    'aside',
    { class: 'aside' },
    h('section', { class: 'card' }, h('h2', {}, 'People are talking about'), h('ul', {}, ...talk)),
    h('section', { class: 'card' }, h('h2', {}, 'You may like'), h('ul', {}, ...people)),
    h(
      'p',
      { class: 'quiet small' },
      'Wren is a made-up network for trying Perch. Keys: J and K move, L likes, N writes.',
    ),
  );
}

/** Asks for a post in a dialog and hands over its text. */
export function composer(onPost: (text: string) => void): HTMLDialogElement {
  const text = h('textarea', {
    rows: 4,
    maxlength: 300,
    placeholder: 'What is going on?',
    'aria-label': 'Your post',
  });
  const send = h('button', { class: 'primary', value: 'post' }, 'Post');
  const cancel = h('button', { class: 'plain', value: 'cancel', formnovalidate: true }, 'Cancel');
  const form = h('form', { method: 'dialog' }, text, h('div', { class: 'actions' }, cancel, send));
  const dialog = h('dialog', { class: 'composer', 'aria-label': 'New post' }, form);
  dialog.addEventListener('close', () => {
    const words = text.value.trim();
    text.value = '';
    if (dialog.returnValue === 'post' && words !== '') onPost(words);
  });
  return dialog;
}
