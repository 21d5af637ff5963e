import type { ended as source } from '../en/ended.ts';
import type { Translated } from '../words.ts';

export const ended: Translated<typeof source> = {
  listenedAtMost: { one: 'jusqu’à {n} à l’écoute', other: 'jusqu’à {n} à l’écoute' },
  whoSpoke: 'Qui a parlé',
  wereOnStage: 'Qui était sur scène',
  showEverybody: 'Voir les {n}',
  follow: 'Suivre',
  followOn: 'Suivre {name} sur {network}',
  whatNext: 'Aussi en direct',
  youAreOffline: 'Vous êtes hors ligne',
  offlineHelp: 'Perch réessaie de lui-même dès que vous êtes de retour.',
  actionCount: { one: 'Perch : {n} Space en direct', other: 'Perch : {n} Spaces en direct' },
};
