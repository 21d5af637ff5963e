import type { share as source } from '../en/share.ts';
import type { Translated } from '../words.ts';

export const share: Translated<typeof source> = {
  share: '共有',
  shareTitle: 'みんなに知らせる',
  shareHelp: '投稿の前に、内容を確かめられます。',
  shareOn: '{network}で共有',
  announceListening: '「{title}」をライブで聴いています',
  announceHosting: '「{title}」をライブ配信中です',
  mastodonServer: 'Mastodonサーバー',
  mastodonHint: 'mastodon.social',
  mastodonWrong: 'mastodon.socialのように入力してください。',
  mastodonGo: '続ける',
  mastodonChange: 'Mastodonサーバーを変更',
  copyLink: 'リンクをコピー',
  linkCopied: 'コピーしました',
  copyByHand: '手でコピーしてください:',

  lookingForSpace: 'スペースを探しています',
  noLongerThere: 'リンクを送ってくれた人に、新しいリンクを尋ねてください。',
  hearingGoesOn: '聴いている音はそのまま続きます。',
  soundHeldBack: 'ブラウザが音を止めています',
  soundHeldBackHelp: '参加はできています。タップすると聴けます。',
  turnSoundOn: '音を出す',
  listenWhileBrowsing: 'ブラウジングしながら聴き続ける',
  listenWhileBrowsingHelp:
    'ブラウザにPerchがあれば、タイムラインを読んでいる間もスペースが続き、誰がライブ中かもわかります。',
  havePerch: 'Perchをお持ちですか？ツールバーのアイコンをクリックしてください。',
  getExtension: '拡張機能を入手',
  openInNewTab: '新しいタブで開く',
};
