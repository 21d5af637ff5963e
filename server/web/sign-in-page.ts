import { html } from 'hono/html';
import { isolated } from '#shared/words/isolated.ts';
import { sayIn } from './language.ts';
import { type Dress, wholePage } from './page.ts';

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
  const say = sayIn(dress.language);
  const names = { handle: isolated(handle), other: isolated(other), own: isolated(own) };
  const base = new URL(dress.base).pathname.replace(/\/+$/, '');
  const body = html`
    <h1>${say('join_question', names)}</h1>
    <p class="share-line">${say('join_help', names)}</p>
    <form class="share-answers" method="post" action="${base}/auth/question">
      <input type="hidden" name="token" value="${token}" />
      <button class="share-go" name="answer" value="join">${say('join_yes')}</button>
      <button class="share-stay" name="answer" value="apart">${say('join_no')}</button>
    </form>
    <p class="share-note">${say('join_note')}</p>
  `;
  return wholePage({ ...dress, kind: 'page' }, { title: say('join_title'), head: [], data: '', body });
}

/** Says that a sign-in is over, where there is nobody to go back to. */
export async function renderOver(dress: SignInDress): Promise<string> {
  const say = sayIn(dress.language);
  const body = html`
    <h1>${say('fault_sign_in_over')}</h1>
    <p class="share-line">${say('signIn_overHelp')}</p>
  `;
  return wholePage(
    { ...dress, kind: 'page' },
    { title: `${say('fault_sign_in_over')} · Perch`, head: [], data: '', body },
  );
}
