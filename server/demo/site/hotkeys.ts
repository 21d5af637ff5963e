export interface Deeds {
  compose(): void;
}

const EDITABLE = 'input, textarea, select, [contenteditable]';

function move(step: 1 | -1): void {
  const posts = [...document.querySelectorAll<HTMLElement>('article[data-testid="post"]')].sort(
    (a, b) => a.getBoundingClientRect().top - b.getBoundingClientRect().top,
  );
  const here = posts.findIndex((post) => post.contains(document.activeElement));
  const fallback = posts.findIndex((post) => post.getBoundingClientRect().top > 0);
  const next = posts[here === -1 ? fallback : here + step];
  next?.focus({ preventScroll: true });
  next?.scrollIntoView({ block: 'center' });
}

function like(): void {
  document.activeElement
    ?.closest('article[data-testid="post"]')
    ?.querySelector<HTMLButtonElement>('button.like')
    ?.click();
}

/** Single letters, bound on the document as social sites do it. */
export function bindHotkeys({ compose }: Deeds): void {
  const deeds: Readonly<Record<string, () => void>> = {
    j: () => move(1),
    k: () => move(-1),
    l: like,
    n: compose,
  };
  document.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.target instanceof Element && event.target.matches(EDITABLE)) return;
    const deed = deeds[event.key];
    if (deed === undefined) return;
    event.preventDefault();
    deed();
  });
}
