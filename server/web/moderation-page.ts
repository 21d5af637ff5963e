import { html } from 'hono/html';
import { MODERATION } from '#shared/words/moderation.ts';
import { assetsAt, wholePage, type Dress } from './page.ts';

/** The page of those who run the server, before its app has taken over; it tells nothing. */
export function renderModeration(dress: Pick<Dress, 'language' | 'base'>): Promise<string> {
  const { language } = dress;
  const words = MODERATION[language];
  const head = [
    html`<meta name="robots" content="noindex" />
      <script type="module" src="${assetsAt(dress)}/page.js"></script>
      <link rel="stylesheet" href="${assetsAt(dress)}/page.css" />`,
  ];
  const body = html`
    <h1>${words.moderation}</h1>
    <p class="share-line">${words.moderation_lead}</p>
    <noscript><p class="share-note">${words.moderation_needsScript}</p></noscript>
  `;
  const data = html`data-language="${language}" data-kind="moderation"`;
  const whole = { title: `${words.moderation} · Perch`, head, data, body };
  return wholePage({ ...dress, kind: 'page' }, whole);
}
