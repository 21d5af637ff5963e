import type { who as source } from '../en/who.ts';
import type { Translated } from '../words.ts';

export const who: Translated<typeof source> = {
  handleOn: '{network}の{handle}',
  aboutPerson: '{name}について',
  lookAlike_host: 'ホストではありません。名前の似た別の人です',
  lookAlike_cohost: '共同ホストではありません。名前の似た別の人です',
  lookAlike_person: '{name}ではありません。名前の似た別の人です',
  lookAlike_handle: '{name}ではありません。似た名前を使う別の人です',
  oddHandle: 'このハンドルには、別の文字に見える文字が含まれています',

  muteForMe: '自分だけミュート',
  unmuteForMe: '自分だけのミュートを解除',
  mutedForMe: '自分だけミュート中',
  muteForMeHelp: 'ここでもほかのスペースでも、あなたにだけ聞こえなくなります。',
  unmuteForMeHelp: 'ここでもほかのスペースでも、この人の声は聞こえません。',
};
