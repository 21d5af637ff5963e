import type { privacy as source } from '../en/privacy.ts';
import type { Translated } from '../words.ts';

export const privacy: Translated<typeof source> = {
  title: 'プライバシー',
  lead: 'このサーバーがあなたについて保存するものと、その期間です。Perch には広告も Cookie もトラッカーもありません。',
  keptFor: '保存期間（最長）：{time}',
  keptUnused: '使われないまま経つと削除：{time}',
  keptNot: '保存しません',
  keptAccount: 'アカウントを削除するまで保存',
  looking: '見ているだけのとき',
  address: 'ネットワークアドレス',
  addressHelp:
    'サーバーへの過剰なアクセスを防ぐため、リクエスト数と開いている接続数をメモリ上で数えます。書き残すことはありません。',
  log: 'サーバーのログ',
  logHelp:
    'どのページがいつ求められ、何が失敗したか。アカウントは ID だけで、アドレスは含みません。プロキシなどサーバーの手前にあるものは、独自のログを持つことがあります。',
  logKept: 'サーバーの運営者が決める期間、保存',
  account: 'アカウント',
  name: '名前',
  nameHelp:
    '初めて Space に参加するか始めると、アカウントができます。あなたはゲストで、名前は自分で付けたものか「Guest」と番号です。すべての端末からサインアウトしたゲストは、もう削除できません。',
  networks: 'Mastodon、Bluesky、X のアカウント',
  networksHelp:
    'それでサインインした場合：ハンドル、名前、ID、画像のコピー、そして本人だと確認した時刻。パスワードは決して保存せず、サインインで得た許可はすぐに返します。',
  networksKept: 'ここで外すまで保存',
  leave: 'Bluesky でライブ中と表示する許可',
  leaveHelp: '許可した場合のみ。封印して保存します。',
  leaveKept: '取り消すまで保存',
  signIn: '途中のサインイン',
  signInHelp: 'ネットワークから戻ってくるのに必要なもの。封印して保存します。',
  devices: 'サインイン中の端末',
  devicesHelp:
    'ブラウザーとシステムの種類、追加された時刻、最後に使われた時刻（1 時間単位）。鍵はハッシュだけです。',
  spaces: 'Space の中で',
  sound: '話されたこと',
  soundHelp: '音声はメディアサーバーを通って聞く人に届きます。何も録音しません。',
  hosted: 'ホストした Space',
  hostedHelp: 'タイトル、言語、設定、始まりと終わりの時刻。',
  joined: '参加した Space',
  joinedHelp:
    'どの名前とどの役割で、いつ来ていつ去ったか、そして発言リクエストに書いた文。名前を出さないリスナーは誰にも知らされませんが、サーバーは知っています。',
  follows: 'フォローしている人',
  followsHelp:
    '自分の Space で、フォローしている人に発言を許した場合のみ：その人たちを表す、元に戻せないコード。',
  followsKept: 'Space が終わるまで保存',
  ahead: '再生の準備',
  aheadHelp:
    'Space の上で止まっている間、ブラウザーは音なしで接続することがあります。メモリ上だけで、人数にも数えません。',
  events: 'メディアサーバーからの通知',
  eventsHelp: '同じものを二度受け取らないための ID。',
  safety: '安全',
  blocks: 'ブロックやミュートした人',
  blocksKept: '取り消すか、アカウントを削除するまで保存',
  reports: '報告',
  reportsHelp: '誰が何を報告したか。名前、役割、ハンドルはその時点のものです。',
  recordsKept: '期限なく保存。ただし削除されたアカウントの名前は残りません',
  trail: '判断の記録',
  trailHelp: 'ホストやサーバーの運営者が決めたこと：誰が、誰について、いつ。',
  gone: '削除したアカウントが Space に残すもの',
  goneHelp: '名前のない印。そこで会った人に、いなくなったことを伝えるためです。',
  known: '削除されたアカウントへのブロック、退出、停止',
  knownHelp: '各ネットワークのアカウントのハッシュ。新しいアカウントですり抜けられないようにするためです。',
  knownKept: 'それらが有効な間、保存',
  browser: 'ブラウザーの中で',
  extension: 'Perch がそこに保存するもの',
  extensionHelp: '設定、アカウントの鍵、フォローしている人、最近参加した {n} 件の Space。',
  extensionKept: '消去するか、Perch を削除するまで保存',
  timelines: 'タイムラインで読むもの',
  timelinesHelp:
    '投稿者の名前と Space へのリンクを、端末の中で照合します。調べるのは Space へのリンクだけで、追加済みならそのサーバーに問い合わせます。Mastodon サーバーには、ログイン情報なしでドメインを尋ねます。',
  yours: 'あなたにできること',
  yoursHelp:
    '拡張機能か Space のページにあるアカウント画面で、端末とネットワークを確認できます。サインアウトも、解除も、すべての一括削除もそこからできます。',
  contact: 'ご質問は、このサーバーの運営者へ：',
};
