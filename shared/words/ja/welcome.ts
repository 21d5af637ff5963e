import type { welcome as source } from '../en/welcome.ts';
import type { Translated } from '../words.ts';

export const welcome: Translated<typeof source> = {
  welcomeTitle: 'Perchへようこそ',
  welcomeLead: 'いつも読んでいるタイムラインのすぐ上で、ライブの会話を。',
  steps: '手順',
  stepOf: '手順 {at}/{all}',
  stepDone: '{step}、完了',
  skipStep: 'スキップ',
  nextStep: '次へ',
  stepBack: '戻る',

  stepPin: 'Perchを固定',
  pinTitle: 'Perchを見える場所に',
  pinHelp:
    'ブラウザのツールバーにあるパズルのアイコンをクリックし、Perchの横のピンをクリックしてください。そこからワンクリックでスペースに参加できます。',
  pinDone: 'Perchがツールバーにあります。',
  pinnedIt: '固定しました',

  stepServer: 'サーバー',
  serverTitle: 'サーバーを選ぶ',
  serverWhat:
    'サーバーはスペースのある場所で、誰でも運営できます。アドレスを教えてもらったなら、ここに入力してください。なければこのままで大丈夫です。',
  serverDone: 'このサーバーは応答しています。これからここのスペースが表示されます。',

  stepSound: '音声',
  soundTitle: '聞こえるか確かめる',
  soundHelp: 'やさしい音が3つ鳴ります。マイクはオフのままです。',
  playSound: '音を鳴らす',
  playAgain: 'もう一度鳴らす',
  playingSound: '再生中…',
  didYouHear: '聞こえましたか？',
  iHeardIt: 'はい',
  iHeardNothing: 'いいえ',
  soundDone: 'ばっちりです。スペースもこのように聞こえます。',
  soundHints:
    'コンピューターの音量を上げるか、このタブがミュートされていないか確かめるか、別のスピーカーを選んで、もう一度鳴らしてください。',
  soundFailed: 'ブラウザが再生できませんでした: {why}',
  speakersUnnamed:
    'Perchの音はブラウザと同じところから出ます。スピーカーの名前は、マイクを許可すると表示されます。許可は、話したくなったときに求めます。',

  stepSites: 'サイト',
  sitesTitle: 'どこで読みますか',
  sitesWhat:
    'これらのサイトで、誰がライブ中かを表示します。不要なサイトはオフに、自分のサーバーは追加できます。ページの内容をどこかに送ることはありません。',

  allSetTitle: '準備ができました',
  allSetHelp: '誰かがライブを始めると、タイムラインの上とツールバーに表示されます。',
  seeWhatIsLive: 'ライブを見る',
  popupByHand: 'ツールバーのPerchアイコンをクリックしてください。',
  moreSettings: 'すべての設定',
};
