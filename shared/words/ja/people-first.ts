import type { peopleFirst as source } from '../en/people-first.ts';
import type { Translated } from '../words.ts';

export const peopleFirst: Translated<typeof source> = {
  why_hosts: 'フォロー中の{name}がホスト',
  why_speaks: 'フォロー中の{name}が話しています',
  why_seen: 'タイムラインにいる{name}が話しています',

  spokenLanguage: '話す言語',
  speak_followed: 'フォロー中の人',
  speakHelp_followed: 'リクエストした人はすぐステージに上がります。ほかの人はあなたの返事を待ちます。',
  speakFollowedUnknown:
    'フォロー中の人がまだわかりません。ログインするか、設定でアカウントを指定してください。',
  speakFollowedTold: {
    other:
      'このために、フォロー中の{n}人分のコード(ハッシュ)をサーバーに送ります。コードはこのスペース専用に作り直されます。名前は含まれませんが、サーバーは知っている人がいるかどうかを判別できます。スペースが終わると削除されます。',
  },
  requestHelpFollowed:
    'ホストがあなたをフォローしていれば、マイクはオフのまますぐステージに上がり、全員に名前が見えます。そうでなければ、あなたが誰かとメッセージがホストに見えます。',

  followsTitle: 'フォロー中の人',
  followsHelp:
    'その人たちのスペースが一覧の先頭に並びます。Perchはフォロー中の人をネットワークから直接読み取り、この端末に保存します。フォロー中の人が話せるスペースを開くとき以外、Perchサーバーには伝わりません。',
  followsNone: 'フォロー中の人がまだわかりません。ログインするか、ここでアカウントを指定してください。',
  followsCount: { other: '{n}人' },
  followsRead: '{when}に読み取り',
  followsNow: 'たった今',
  followsReading: '読み取っています…',
  followsNew: 'まだ読み取っていません。',
  followsNeedsLeave:
    'サーバーに伝えてもらうには許可が必要です。ポップアップのアカウントから許可してください。',
  followsHidden: 'このアカウントはフォロー中の人を公開していません。',
  followsOff: 'ここではフォロー中の人を読み取りません。',
  followsFailed: '{why}これまでの内容は残っています。',
  followsUnreachable: 'サーバーが応答しません。',
  followsNotFound: 'そのアカウントはありません。',
  followsTooOften: 'サーバーから、しばらく待つよう求められています。',
  followsBadName:
    'ana.bsky.socialのようなBlueskyのハンドルか、@ana@mastodon.socialのようなMastodonの完全な名前を入力してください。',
  readAgain: '再読み取り',
  readAgainOf: '{handle}がフォロー中の人を再読み取り',
  removeFollows: '{handle}を削除',
  followsName: 'BlueskyのハンドルまたはMastodonの完全な名前',
  addFollows: '追加',
};
