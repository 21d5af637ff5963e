import { type HTMLButtonElement as Button, Window } from 'happy-dom';
import { mappedFetch } from './outside.ts';
import type { Hosts } from './stand-in.ts';

export interface ConsentAs {
  /** The user's name of whoever sits at the browser; nobody is signed in there before. */
  as: string;
  /** Presses the button that denies. */
  deny?: boolean;
}

const MOST_PAGES = 8;

/** A browser's window for one visit, without a browser. */
class Visitor {
  readonly #fetch: typeof fetch;
  readonly #hosts: Hosts;
  readonly #cookies = new Map<string, string>();

  constructor(hosts: Hosts) {
    this.#hosts = hosts;
    this.#fetch = mappedFetch(hosts, () => Promise.reject(new Error('A stranger was asked.')));
  }

  /** The page that an address shows, or the address of a stranger to whom it leads. */
  async open(url: string, body?: URLSearchParams): Promise<{ url: string; text: string } | string> {
    const headers = { cookie: [...this.#cookies].map((pair) => pair.join('=')).join('; ') };
    const response = await this.#fetch(url, {
      redirect: 'manual',
      headers,
      ...(body && { method: 'POST', body }),
    });
    for (const cookie of response.headers.getSetCookie()) {
      const [name, value] = cookie.split(';')[0]!.split('=') as [string, string];
      this.#cookies.set(name, value);
    }
    const location = response.headers.get('location');
    if (location === null) return { url, text: await response.text() };
    const next = new URL(location, url);
    return next.host in this.#hosts ? this.open(next.href) : next.href;
  }
}

/** The button to press next: the person's own in the chooser, else the one that consents or denies. */
function buttonFor(buttons: readonly Button[], { as, deny = false }: ConsentAs): Button | undefined {
  const words = deny ? /^(deny|cancel)/i : /^authorize/i;
  return (
    buttons.find(({ name, value }) => name === 'user' && value === as) ??
    buttons.find(({ textContent }) => words.test(textContent.trim()))
  );
}

/**
 * Follows a consent page by plain HTTP as somebody at a browser would: chooses who they are, presses a button, and
 * answers the address that they are sent back to. Rejects with the page's text when there is nothing to press.
 */
export async function consent(url: string, hosts: Hosts, whom: ConsentAs): Promise<string> {
  const window = new Window();
  const visitor = new Visitor(hosts);
  try {
    let seen = await visitor.open(url);
    for (let pages = 0; typeof seen !== 'string' && pages < MOST_PAGES; pages += 1) {
      const page = new window.DOMParser().parseFromString(seen.text, 'text/html');
      const button = buttonFor([...page.querySelectorAll('button')], whom);
      const form = button?.closest('form');
      if (!button || !form) throw new Error(`No button for ${whom.as}: ${page.body.textContent.trim()}`);
      const fields = new URLSearchParams();
      for (const input of form.querySelectorAll('input')) fields.append(input.name, input.value);
      if (button.name !== '') fields.append(button.name, button.value);
      seen = await visitor.open(new URL(form.getAttribute('action')!, seen.url).href, fields);
    }
    if (typeof seen !== 'string') throw new Error(`Still on ${seen.url} after ${MOST_PAGES} pages.`);
    return seen;
  } finally {
    await window.happyDOM.close();
  }
}
