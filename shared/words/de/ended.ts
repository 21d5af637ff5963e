import type { ended as source } from '../en/ended.ts';
import type { Translated } from '../words.ts';

export const ended: Translated<typeof source> = {
  listenedAtMost: { one: 'bis zu {n} hörte zu', other: 'bis zu {n} hörten zu' },
  whoSpoke: 'Wer gesprochen hat',
  wereOnStage: 'Wer auf der Bühne war',
  showEverybody: 'Alle {n} zeigen',
  follow: 'Folgen',
  followOn: '{name} auf {network} folgen',
  whatNext: 'Auch gerade live',
  youAreOffline: 'Du bist offline',
  offlineHelp: 'Perch sieht von selbst wieder nach, sobald du zurück bist.',
  actionCount: { one: 'Perch: {n} Space ist live', other: 'Perch: {n} Spaces sind live' },
};
