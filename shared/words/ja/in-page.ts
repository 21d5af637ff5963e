import type { inPage as source } from '../en/in-page.ts';
import type { Translated } from '../words.ts';

export const inPage: Translated<typeof source> = {
  stillLive: 'ご参加ありがとうございました。',
  nowBlocked: '{name}をブロックしました。',
  faultHelp_not_found: '終了したか、リンクが途中で切れているのかもしれません。',
  faultHelp_space_ended: 'お越しいただきありがとうございました。',
  faultHelp_removed: 'このスペースには戻れません。',
  faultHelp_blocked_by_host: 'ホストにブロックされています。',
  faultHelp_guests_refused: '聴けるのはログインした人だけです。',
  faultHelp_blocked_on_stage: 'スペースを新しいタブで開いて、それでも聴くかどうか決めてください。',
  faultHelp_anonymous_refused: 'スペースを新しいタブで開き、名前を出して聴いてください。',
  faultHelp_unreachable: '接続を確かめて、もう一度お試しください。',
  faultHelp_not_perch: '代わりに別のものが応答しています。少ししてからもう一度お試しください。',
  faultHelp_microphone_denied:
    'そのまま聴き続けられます。話すには、アドレスバーの左にあるアイコンをクリックしてマイクを許可し、もう一度お試しください。',
};
