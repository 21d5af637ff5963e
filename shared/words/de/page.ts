import type { page as source } from '../en/page.ts';
import type { Translated } from '../words.ts';

export const page: Translated<typeof source> = {
  share_by: 'Audio-Space von {name}',
  share_description: 'Audio-Space von {name}. Hör im Browser zu, ohne Konto.',
  share_picture: '„{title}“, ein Audio-Space von {name}',
  share_space: 'Audio-Space',

  page_starting: 'Beginnt gleich',
  page_needsScript: 'Zum Zuhören erlaube JavaScript für diese Seite.',
  page_open: 'Space öffnen',
  page_getExtension: 'Perch für deinen Browser holen',
  page_getExtensionHelp: 'Es zeigt über der Timeline, die du ohnehin liest, wer live ist.',
  page_notFound: 'Hier ist kein Space',
  page_notFoundHelp:
    'Vielleicht ist der Link unvollständig oder gehört zu einem anderen Server. Bitte die Person, die ihn geschickt hat, um einen neuen.',
  page_privacy: 'Was dieser Server über dich speichert',
};
