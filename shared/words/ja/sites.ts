import type { sites as source } from '../en/sites.ts';
import type { Translated } from '../words.ts';

export const sites: Translated<typeof source> = {
  showSpacesOn: '{host}でスペースを表示',
  showSpacesOnHelp:
    'タイムラインの上にライブ中のスペースを表示します。投稿者の名前は、この端末の中だけで読み取ります。',
  spacesShownOn:
    '{host}でPerchが使えるようになりました。誰かがライブを始めると、タイムラインの上に表示されます。',
  siteRefused: '何も変わっていません。いつでもまた試せます。',
  siteIsOff: '{host}ではPerchがオフです。',
  barHiddenOn: '{host}ではバーを隠しています。',
  barHiddenToday: 'バーは明日まで隠れています。',
  showBarOn: '{host}でまたバーを表示',
  showItNow: '今すぐ表示',
  barIsBack: 'バーが戻りました。誰かがライブ中のときに現れます。',

  bar: 'バー',
  barAlways: 'ライブがないときもバーを表示',
  barAlwaysHelp: 'オフのときは、ライブが始まると現れ、最後のスペースが終わると消えます。',
  sites: 'サイト',
  sitesHelp: '誰がライブ中かを表示する場所です。投稿者の名前は、この端末の中だけで読み取ります。',
  sitesRefused:
    'ブラウザーが {hosts} での Perch の動作を許可していないため、そこでは Space が表示されません。',
  alsoOn: 'ほかに{hosts}',
  barHiddenHere: 'ここではバーを隠しています',
  showItAgain: '表示',
  addedByYou: '自分で追加したサイト',
  removeIt: '削除',
  removeSite: '{host}を削除',
  addSiteHelp:
    'Mastodon、Elk、Phanpyのほかのサーバーでは、ページを開いてツールバーのPerchをクリックすると、スペースを表示できます。',

  health: 'アダプターの状態',
  healthHelp:
    'サイトの作りが変わると、バーやリングが出なくなることがあります。最後に使ったタイムラインでPerchが見つけたものを数え、ほかには何も読み取りません。',
  checkTimeline: '開いているタイムラインを確認',
  noTimeline: '開いているタイムラインがありません。別のタブで開いてから、もう一度確認してください。',
  foundOn: '{site}で見つかったもの',
  countFound: { other: '{n}件' },
  noneFound: 'なし',
  healthNote: '「なし」は不具合とは限りません。ときどきしか現れない部分もあります。',
  copyReport: 'コピー',
  copyReportHelp:
    '不具合報告用です。コピーされるのはこの行だけで、アドレスや名前、ページの文章は含まれません。',
  reportVersions: 'Perch {perch}、{browser}',
  reportCopied: 'コピーしました。',
  copyFailed: 'ブラウザがコピーを許可しません。行を選択して、手でコピーしてください。',
};
