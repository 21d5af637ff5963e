import type { ended as source } from '../en/ended.ts';
import type { Translated } from '../words.ts';

export const ended: Translated<typeof source> = {
  listenedAtMost: { other: '最大{n}人が聴いていました' },
  whoSpoke: '話した人',
  wereOnStage: 'ステージにいた人',
  showEverybody: 'すべて表示({n}人)',
  follow: 'フォロー',
  followOn: '{network}で{name}をフォロー',
  whatNext: 'ほかのライブ',
  youAreOffline: 'オフラインです',
  offlineHelp: '接続が戻ると、自動でもう一度探します。',
  actionCount: { other: 'Perch: {n}件のスペースがライブ中' },
};
