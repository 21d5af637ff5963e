import { html } from 'hono/html';
import { initialOf } from '#shared/words/face.ts';
import { isolated } from '#shared/words/isolated.ts';
import { sayIn } from './language.ts';
import { type Dress, face, wholePage } from './page.ts';
import type { Html } from './tags.ts';

export type SignInDress = Pick<Dress, 'language' | 'base'>;

interface Question {
  token: string;
  /** What was just proved, as people write it. */
  handle: string;
  /** Who has it here. */
  other: string;
  /** Who began. */
  own: string;
}

/** Asks whoever proved an identity that another account here has, whether the two are to be one. */
export async function renderQuestion(
  { token, handle, other, own }: Question,
  dress: SignInDress,
): Promise<string> {
  const say = await sayIn(dress.language);
  const names = { handle: isolated(handle), other: isolated(other), own: isolated(own) };
  const base = new URL(dress.base).pathname.replace(/\/+$/, '');
  const body = html`
    <h1>${say('join_heading')}</h1>
    <ul class="share-people" data-pair aria-label="${say('join_both')}">
      ${person(other, handle, dress)} ${person(own, say('join_now'), dress)}
    </ul>
    <p class="share-lead">${say('join_question', names)}</p>
    <p class="share-line">${say('join_help', names)}</p>
    <form class="share-answers" method="post" action="${base}/auth/question">
      <input type="hidden" name="token" value="${token}" />
      <button class="share-go" name="answer" value="join">${say('join_yes')}</button>
      <button class="share-stay" name="answer" value="apart">${say('join_no')}</button>
    </form>
  `;
  return wholePage({ ...dress, kind: 'page' }, { title: say('join_title'), head: [], data: '', body });
}

function person(name: string, detail: string, { language }: SignInDress): Html {
  return html`<li>
    ${face(name, initialOf(name, language))}
    <span class="share-name"><bdi>${name}</bdi></span>
    <span class="share-role"><bdi>${detail}</bdi></span>
  </li>`;
}

/** Says that a sign-in is over, where there is nobody to go back to. */
export async function renderOver(dress: SignInDress): Promise<string> {
  const say = await sayIn(dress.language);
  const body = html`
    <h1>${say('fault_sign_in_over')}</h1>
    <p class="share-line">${say('signIn_overHelp')}</p>
  `;
  return wholePage(
    { ...dress, kind: 'page' },
    { title: `${say('fault_sign_in_over')} · Perch`, head: [], data: '', body },
  );
}
