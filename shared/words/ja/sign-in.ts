import type { signIn as source } from '../en/sign-in.ts';
import type { Translated } from '../words.ts';

export const signIn: Translated<typeof source> = {
  join_title: 'どちらもあなたですか？ · Perch',
  join_heading: 'どちらもあなたですか？',
  join_both: '2つのアカウント',
  join_now: '今ログイン中',
  join_question: '{handle}はすでに{other}としてPerchにいます。{own}と統合しますか？',
  join_help:
    '統合すると1つになります。{own}が両方のIDとブロックを引き継ぎ、{other}はなくなります。その前に、Perchがもう一度確認します。',
  join_yes: '統合する',
  join_no: '別々のままにする',
  signIn_overHelp:
    '時間がかかりすぎたか、すでに使われています。この画面を閉じて、Perchで最初からやり直してください。',
};
