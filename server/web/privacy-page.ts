import type { Limits } from '#shared/schema/limits.ts';
import { readVolume } from '#shared/words/catalogues.ts';
import { wholePage, type Dress } from './page.ts';
import { privacyBody } from './privacy-body.ts';

interface Privacy extends Pick<Dress, 'language' | 'base'> {
  limits: Limits;
  /** See `Config.operatorContact`. */
  contact: string | null;
}

/** What this server keeps of people and for how long, by the limits that it goes by; it needs no script. */
export async function renderPrivacy({ limits, contact, ...dress }: Privacy): Promise<string> {
  const { privacy: words } = await readVolume(dress.language);
  const body = privacyBody({ language: dress.language, words, limits, contact });
  return wholePage({ ...dress, kind: 'page' }, { title: `${words.title} · Perch`, head: [], data: '', body });
}
