import type { page as source } from '../en/page.ts';
import type { Translated } from '../words.ts';

export const page: Translated<typeof source> = {
  share_by: '{name}の音声スペース',
  share_description: '{name}の音声スペース。ブラウザで、アカウントなしで聴けます。',
  share_picture: '「{title}」{name}の音声スペース',
  share_space: '音声スペース',

  page_starting: 'まもなく始まります',
  page_needsScript: '聴くには、このページのJavaScriptを許可してください。',
  page_open: 'スペースを開く',
  page_getExtension: 'ブラウザ用のPerchを入手',
  page_getExtensionHelp: 'いつも読んでいるタイムラインの上に、誰がライブ中かを表示します。',
  page_notFound: 'ここにスペースはありません',
  page_notFoundHelp:
    'リンクが途中で切れているか、別のサーバーのものかもしれません。送ってくれた人に新しいリンクを尋ねてください。',
  page_privacy: 'このサーバーがあなたについて保存するもの',
};
