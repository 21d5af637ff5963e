import type { ended as source } from '../en/ended.ts';
import type { Translated } from '../words.ts';

export const ended: Translated<typeof source> = {
  listenedAtMost: { one: 'hasta {n} escuchando', other: 'hasta {n} escuchando' },
  whoSpoke: 'Quién habló',
  wereOnStage: 'Quién estuvo en el escenario',
  showEverybody: 'Mostrar los {n}',
  follow: 'Seguir',
  followOn: 'Seguir a {name} en {network}',
  whatNext: 'También en vivo',
  youAreOffline: 'No tienes conexión',
  offlineHelp: 'Perch vuelve a buscar por sí solo en cuanto la recuperes.',
  actionCount: { one: 'Perch: {n} Space en vivo', other: 'Perch: {n} Spaces en vivo' },
};
