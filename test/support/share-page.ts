import { type BrowserWindow, Window } from 'happy-dom';
import type { CoreApp } from './core-app.ts';

/** A page as a site that previews it, or a reader without scripts, sees it. */
export interface SharePage {
  response: Response;
  html: string;
  document: Document;
  /** Everything that a preview is made of. */
  tags: string;
  /** The content of a tag; null where there is none. */
  tag: (name: string) => string | null;
}

const TAGS = 'meta[property], meta[name]:not([name="viewport"]), link[rel="canonical"]';

/** A window that fetches nothing of what a page would have it fetch ahead. */
function readingWindow(): Window {
  const beforeAsyncRequest = async ({ window }: { window: BrowserWindow }) => new window.Response('');
  return new Window({
    url: 'https://reader.example',
    settings: { fetch: { interceptor: { beforeAsyncRequest } } },
  });
}

export async function openPage(
  core: CoreApp,
  path: string,
  headers: Record<string, string> = {},
): Promise<SharePage> {
  const response = await core.request('GET', path, { headers });
  const html = await response.text();
  const document = new (readingWindow().DOMParser)().parseFromString(html, 'text/html');
  const found = [...document.head.querySelectorAll(TAGS)];
  return {
    response,
    html,
    document: document as unknown as Document,
    tags: found.map((element) => element.outerHTML).join('\n'),
    tag: (name) =>
      document.querySelector(`meta[property="${name}"], meta[name="${name}"]`)?.getAttribute('content') ??
      null,
  };
}
