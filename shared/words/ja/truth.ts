import type { truth as source } from '../en/truth.ts';
import type { Translated } from '../words.ts';

export const truth: Translated<typeof source> = {
  cuttingOut: { other: '{names}の声が途切れています' },
  youCutOut: 'あなたの声が途切れています。聞き取れていない言葉があるかもしれません。',
  connectionIsWeak: '接続が不安定です。音が途切れることがあります。',

  oddity_system_muted: 'システムがマイクをミュートしています',
  oddityHelp_system_muted: '誰にも聞こえていません。ミュートキーか、音声の設定を確かめてください。',
  oddity_silent: 'マイクはオンですが、音が入っていません',
  oddityHelp_silent: '誰にも聞こえていません。マイクのスイッチが切れているか、別のマイクかもしれません。',
  oddity_talking_while_muted: 'ミュート中に話しています',
  oddityHelp_talking_while_muted: '誰にも聞こえていません。これはあなたにだけ表示されます。',
  oddity_unplugged: 'マイクが外れました',
  oddityHelp_unplugged:
    'ほかの人にはミュート中と見え、あなたはそのまま聴けます。つなぎ直すか、別のマイクを使ってください。',
  unmute: 'ミュート解除',
  turnOnAnother: 'あるマイクを使う',
  checkIt: '確かめる',
  checkMicrophone: 'マイクを確かめる',

  checkWhy: '声の大きさを見て、ほかの人に届く声を自分で聴けます。',
  checkStart: '始める',
  checkStartHelp: 'ブラウザが一度確認することがあります。「許可」を選んでください。',
  checkPrivacy:
    'ここで話したことはこのタブから出ません。誰にも送られず、どこにも保存されません。スペースでは、声が届いていないことをお知らせするため、ミュート中も含めてこの端末の中だけでマイクの音量を測ります。',
  checkOpening: 'マイクを開いています…',
  yourLevel: '声の大きさ',
  level_none: '何も聞こえません。何か話してください。',
  level_quiet: '小さめです。もう少し近づいてください。',
  level_good: '良好です。ほかの人によく聞こえます。',
  level_loud: '大きすぎます。少し離れてください。',
  recordAndHear: '3秒録音して聴く',
  recordAgain: 'もう一度録音',
  recordingNow: '録音中です。何か話してください…',
  playingBack: 'こう聞こえます…',
  heardWell: '自分の声がはっきり聞こえましたか？それなら準備完了です。',
  heardNothing: '何も聞こえませんでした。別のマイクを選ぶか、マイクのスイッチを確かめてください。',
  notRecorded: '録音できませんでした。もう一度お試しください。',

  microphoneOffInSystem: 'システムがブラウザのマイク使用を止めています',
  stepEdgeSettings:
    'アイコンがないときは、Edgeの設定を開いて「マイク」を検索し、ブロックからPerchを外してください。',
  stepChromeSettings:
    'アイコンがないときは、ブラウザの設定を開いて「マイク」を検索し、ブロックからPerchを外してください。',
  stepFirefox: 'アドレスバーの左にある斜線付きのマイクをクリックし、ブロックを解除してください。',
  stepFirefoxWindow:
    '「再試行」を選んでください。Firefox がブロックを記憶している場合は、解除できるタブが開きます。',
  stepMac: 'システム設定で「プライバシーとセキュリティ」、「マイク」を開き、ブラウザをオンにしてください。',
  stepWindows:
    '設定で「プライバシーとセキュリティ」、「マイク」を開き、デスクトップアプリの使用を許可してください。',
  stepOtherSystem: 'システムのプライバシーか音声の設定を開き、ブラウザにマイクの使用を許可してください。',
  stepRestart: '変わらないときは、ブラウザを閉じて開き直してください。',
  stepPlugIn: 'マイクかヘッドセットをつないでください。このページが自動で気づきます。',
  stepInput: 'つないであるときは、システムの音声設定で入力がオフになっていないか確かめてください。',
  stepOtherProgram: 'Zoom、Teams、OBSなど、通話や録音をするアプリを閉じてください。',
  stepReplug: '変わらないときは、外してつなぎ直してください。',

  // The window of whoever speaks, in Firefox
  stageRemember: 'チェックを入れたままにすると、Firefox は次から確認しません。',
  stageWindowHelp: 'このウィンドウを閉じるとマイクを手放します。聴くことは続けられます。',
  stageWindowOver: 'ステージから降りました。このウィンドウを閉じても聴き続けられます。',
};
