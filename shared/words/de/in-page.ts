import type { inPage as source } from '../en/in-page.ts';
import type { Translated } from '../words.ts';

export const inPage: Translated<typeof source> = {
  stillLive: 'Schön, dass du da warst.',
  nowBlocked: '{name} ist blockiert.',
  faultHelp_not_found: 'Vielleicht ist er vorbei, oder der Link ist unvollständig.',
  faultHelp_space_ended: 'Schön, dass du vorbeigeschaut hast.',
  faultHelp_removed: 'Du kannst nicht zurückkommen.',
  faultHelp_blocked_by_host: 'Der Host hat dich blockiert.',
  faultHelp_guests_refused: 'Zuhören darf nur, wer angemeldet ist.',
  faultHelp_blocked_on_stage:
    'Öffne den Space in einem eigenen Tab und entscheide, ob du trotzdem zuhören willst.',
  faultHelp_anonymous_refused: 'Öffne den Space in einem eigenen Tab, um mit deinem Namen zuzuhören.',
  faultHelp_unreachable: 'Prüf deine Verbindung und versuch es noch einmal.',
  faultHelp_not_perch: 'An seiner Stelle antwortet etwas anderes. Versuch es gleich noch einmal.',
  faultHelp_microphone_denied:
    'Du kannst weiter zuhören. Zum Sprechen klick auf das Symbol links in der Adressleiste, erlaube das Mikrofon und versuch es noch einmal.',
};
