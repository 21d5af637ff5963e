import { html } from 'hono/html';
import type { Language } from '#shared/schema/view.ts';
import { NETWORK_NAMES } from '#shared/words/network-names.ts';
import { colourOf, initialOf } from '#shared/words/face.ts';
import { isolated } from '#shared/words/isolated.ts';
import { directionOf } from '#shared/words/words.ts';
import type { PageSpace } from '../spaces/page-space.ts';
import { sayIn, type Say } from './language.ts';
import { tagsOf, type Html } from './tags.ts';

/** The whole page of a Space, or the listen-only player that other sites frame. */
export type PageKind = 'page' | 'player';

/** How a page is to look. */
export interface Dress {
  kind: PageKind;
  language: Language;
  /** The address of this server, as people use it. */
  base: string;
  extensionUrl: string | null;
}

/**
 * A page that says without any script what there is; the browser's app takes `#app` over and finds there what it needs to
 * know. Everything that a person wrote goes through `html`, which escapes it.
 */
export async function renderPage(space: PageSpace, dress: Dress): Promise<string> {
  const say = await sayIn(dress.language);
  const head = [...(dress.kind === 'page' ? tagsOf(space, dress.base) : []), appOf(dress, 'words')];
  const data = html`data-space-id="${space.id}" data-language="${dress.language}" data-kind="${dress.kind}"
  ${dress.extensionUrl !== null && html`data-extension-url="${dress.extensionUrl}"`}`;
  return wholePage(dress, { title: `${space.title} · Perch`, head, data, body: bodyOf(space, dress, say) });
}

/** In the same dress, for a link that leads to no Space. */
export async function renderNotFound(dress: Dress): Promise<string> {
  const say = await sayIn(dress.language);
  const body = html`
    <h1>${say('page_notFound')}</h1>
    <p class="share-line">${say('page_notFoundHelp')}</p>
  `;
  return wholePage(dress, { title: `${say('page_notFound')} · Perch`, head: [], data: '', body });
}

interface Parts {
  title: string;
  head: Html[];
  data: Html | '';
  body: Html;
}

/** A page in the dress of ours. */
export async function wholePage(
  dress: Omit<Dress, 'extensionUrl'>,
  { title, head, data, body }: Parts,
): Promise<string> {
  const { language, kind } = dress;
  const page = await html`<!doctype html>
    <html lang="${language}" dir="${directionOf(language)}" class="perch">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${title}</title>
        <link rel="icon" href="${assetsAt(dress)}/icon.svg" type="image/svg+xml" />
        <link rel="stylesheet" href="${assetsAt(dress)}/share.css" />
        ${head}
      </head>
      <body>
        <div id="app" ${data}>
          <main class="share" data-kind="${kind}">
            <p class="share-brand">
              <span class="mark" aria-hidden="true"><i></i><i></i><i></i></span>Perch
            </p>
            ${body}
          </main>
        </div>
      </body>
    </html> `;
  return page.toString();
}

function bodyOf(space: PageSpace, dress: Dress, say: Say): Html {
  const byWhom = say('share_by', { name: isolated(space.host.name) });
  const { extensionUrl, kind, base } = dress;
  return html`
    ${stateOf(space, say)}
    <h1><bdi>${space.title}</bdi></h1>
    <p class="share-line">${byWhom}</p>
    ${space.people.length > 0 && peopleOf(space, dress, say)}
    ${space.state !== 'ended' && html`<noscript><p class="share-note">${say('page_needsScript')}</p></noscript>`}
    ${
      kind === 'player' &&
      html`<p>
        <a class="share-go" href="${base}/s/${space.id}" target="_blank" rel="noopener"
          >${say('page_open')}</a
        >
      </p>`
    }
    ${
      kind === 'page' &&
      extensionUrl !== null &&
      html`<p class="share-offer">
        <a href="${extensionUrl}">${say('page_getExtension')}</a> ${say('page_getExtensionHelp')}
      </p>`
    }
    ${kind === 'page' && html`<p class="share-foot"><a href="${base}/privacy">${say('page_privacy')}</a></p>`}
  `;
}

function stateOf({ state, endReason }: PageSpace, say: Say): Html {
  if (state !== 'ended') {
    return html`<p class="share-state" data-state="${state}">
      ${say(state === 'live' ? 'live' : 'page_starting')}
    </p>`;
  }
  return html`<p class="share-state" data-state="ended">${say('spaceHasEnded')}</p>
    ${endReason !== null && html`<p class="share-line">${say(`ended_${endReason}`)}</p>`}`;
}

function peopleOf({ people, identities }: PageSpace, dress: Dress, say: Say): Html {
  return html`<ul class="share-people" aria-label="${say('onStage')}">
    ${people.map(
      ({ pid, name, role, pic }) =>
        html`<li>
          ${pic ? picture(pic, dress) : face(pid, initialOf(name, dress.language))}
          <span class="share-name"><bdi>${name}</bdi></span>
          ${identities.filter((one) => one.pid === pid).map((identity) => handleOf(identity, say))}
          <span class="share-role">${say(`role_${role}`)}</span>
        </li>`,
    )}
  </ul>`;
}

function handleOf({ network, handle }: PageSpace['identities'][number], say: Say): Html {
  const text = say('handleOn', { handle: isolated(handle), network: NETWORK_NAMES[network] });
  return html`<span class="share-handle">${text}</span>`;
}

function picture(pic: string, dress: Dress): Html {
  return html`<img
    class="share-face"
    src="${rootOf(dress)}/v1/pictures/${pic}"
    alt=""
    width="56"
    height="56"
  />`;
}

/** Drawn in SVG, because the page's policy takes no style from markup. */
export function face(seed: string, initial: string): Html {
  return html`<svg class="share-face" viewBox="0 0 56 56" aria-hidden="true">
    <circle cx="28" cy="28" r="28" fill="${colourOf(seed)}" />
    <text x="28" y="28" fill="#fff" text-anchor="middle" dominant-baseline="central">${initial}</text>
  </svg>`;
}

/** What takes the page over; `words` is the folder of those that it fetches, which it need not wait for. */
export function appOf(dress: Pick<Dress, 'language' | 'base'>, words: string): Html {
  const assets = assetsAt(dress);
  return html`<script type="module" src="${assets}/page.js"></script>
    <link rel="preload" href="${assets}/${words}/${dress.language}.json" as="fetch" crossorigin />
    <link rel="stylesheet" href="${assets}/page.css" />`;
}

/** Also where the server stands below a path of its address. */
export function assetsAt({ base }: Pick<Dress, 'base'>): string {
  return `${rootOf({ base })}/s/assets`;
}

function rootOf({ base }: Pick<Dress, 'base'>): string {
  return new URL(base).pathname.replace(/\/+$/, '');
}
