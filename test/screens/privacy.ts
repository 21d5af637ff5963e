import { DEFAULT_LIMITS } from '#shared/schema/limits.ts';
import type { Language } from '#shared/schema/view.ts';
import { directionOf } from '#shared/words/words.ts';
import { readVolume } from '#shared/words/catalogues.ts';
import { privacyBody } from '../../server/web/privacy-body.ts';
import '#shared/ui/mark.css';
import '../../server/web/share.css';

const CONTACT = 'https://spaces.wren.example/about';

/** The page about privacy, as the server writes it. */
export async function showPrivacy(language: Language): Promise<void> {
  document.documentElement.className = 'perch';
  document.documentElement.dir = directionOf(language);
  const { privacy: words } = await readVolume(language);
  const body = await privacyBody({ language, words, limits: DEFAULT_LIMITS, contact: CONTACT });
  document.body.innerHTML = `<main class="share" data-kind="page"><p class="share-brand">
    <span class="mark" aria-hidden="true"><i></i><i></i><i></i></span>Perch</p>${body.toString()}</main>`;
}
