import { html } from 'hono/html';
import { readVolume } from '#shared/words/catalogues.ts';
import { appOf, wholePage, type Dress } from './page.ts';

/** The page of those who run the server, before its app has taken over; it tells nothing. */
export async function renderModeration(dress: Pick<Dress, 'language' | 'base'>): Promise<string> {
  const { language } = dress;
  const { moderation: words, words: common } = await readVolume(language);
  const head = [html`<meta name="robots" content="noindex" />`, appOf(dress, 'words/moderation')];
  const body = html`
    <h1>${words.moderation}</h1>
    <p class="share-line">${words.moderation_lead}</p>
    <noscript><p class="share-note">${words.moderation_needsScript}</p></noscript>
    <p class="share-foot"><a href="${dress.base}/privacy">${common.page_privacy}</a></p>
  `;
  const data = html`data-language="${language}" data-kind="moderation"`;
  const whole = { title: `${words.moderation} · Perch`, head, data, body };
  return wholePage({ ...dress, kind: 'page' }, whole);
}
