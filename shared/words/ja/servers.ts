import type { servers as source } from '../en/servers.ts';
import type { Translated } from '../words.ts';

export const servers: Translated<typeof source> = {
  onThisPage: 'このページ',
  lookingAtPage: 'スペースを探しています…',
  withOnStage: 'ステージ: {names}',
  pageServerSilent: 'あなたの一覧はこれまでどおり使えます。少ししてからもう一度お試しください。',
  addServerQuestion: '{host}を追加しますか？',
  addServerHelp:
    'スペースの表示と参加のために、Perchがこのサーバーと通信します。普通のサイトと同じように、あなたのIPアドレスはサーバーに見えます。あなたはゲストとして扱われます。設定でいつでも削除できます。',
  addAndListen: '追加して聴く',
  adding: '追加しています…',

  servers: 'サーバー',
  otherServers: 'ほかのサーバー',
  otherServersHelp:
    'リンクを見つけたとき、Perchがそのサーバーのスペースを読み込んで参加できます。サーバーを削除すると、そこで参加中のスペースから退出します。',
  noOtherServers:
    'まだありません。スペースのページを開いてツールバーのPerchをクリックすると、そのサーバーを追加できます。',
  remove: '削除',
  removeServer: '{host}を削除',
};
