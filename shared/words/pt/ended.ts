import type { ended as source } from '../en/ended.ts';
import type { Translated } from '../words.ts';

export const ended: Translated<typeof source> = {
  listenedAtMost: { one: 'até {n} ouvindo', other: 'até {n} ouvindo' },
  whoSpoke: 'Quem falou',
  wereOnStage: 'Quem esteve no palco',
  showEverybody: 'Mostrar todos os {n}',
  follow: 'Seguir',
  followOn: 'Seguir {name} em {network}',
  whatNext: 'Também ao vivo',
  youAreOffline: 'Você está sem conexão',
  offlineHelp: 'O Perch procura de novo sozinho assim que ela voltar.',
  actionCount: { one: 'Perch: {n} Space ao vivo', other: 'Perch: {n} Spaces ao vivo' },
};
