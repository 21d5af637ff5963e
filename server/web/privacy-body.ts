import { html } from 'hono/html';
import type { Limits } from '#shared/schema/limits.ts';
import type { Language } from '#shared/schema/view.ts';
import type { Volume } from '#shared/words/catalogues.ts';
import { say as sayAs } from '#shared/words/words.ts';
import { lengthOfTime } from './length-of-time.ts';
import { privacyOf, type Chapter, type Item, type PrivacyWord } from './privacy.ts';
import type { Html } from './tags.ts';

export interface PrivacyFacts {
  language: Language;
  words: Volume['privacy'];
  limits: Limits;
  /** See `Config.operatorContact`. */
  contact: string | null;
}

type Say = (key: PrivacyWord, values?: Record<string, string | number>) => string;

/** What stands on the page about privacy. */
export function privacyBody({ language, words, limits, contact }: PrivacyFacts): Html {
  const say: Say = (key, values) => sayAs({ language, words }, key, values);
  const keptOf = ({ kept, ms }: Item) =>
    say(kept, ms === undefined ? {} : { time: lengthOfTime(ms, language) });
  return html`
    <h1>${say('title')}</h1>
    <p class="share-line">${say('lead')}</p>
    ${privacyOf(limits).map((chapter) => chapterOf(chapter, say, keptOf))}
    <section class="kept">
      <h2>${say('yours')}</h2>
      <p>${say('yoursHelp')}</p>
      ${contact !== null && html`<p>${say('contact')} ${linkTo(contact)}</p>`}
    </section>
  `;
}

function chapterOf({ title, items }: Chapter, say: Say, keptOf: (item: Item) => string): Html {
  return html`<section class="kept">
    <h2>${say(title)}</h2>
    <dl>
      ${items.map(
        (item) =>
          html`<div>
            <dt>${say(item.name)}</dt>
            ${item.help && html`<dd>${say(item.help, item.n === undefined ? {} : { n: item.n })}</dd>`}
            <dd class="kept-for">${keptOf(item)}</dd>
          </div>`,
      )}
    </dl>
  </section>`;
}

function linkTo(contact: string): Html {
  const isAddress = /^https?:/.test(contact);
  return html`<a href="${isAddress ? contact : `mailto:${contact}`}"><bdi>${contact}</bdi></a>`;
}
