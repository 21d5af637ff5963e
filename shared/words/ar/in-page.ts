import type { inPage as source } from '../en/in-page.ts';
import type { Translated } from '../words.ts';

export const inPage: Translated<typeof source> = {
  stillLive: 'شكرًا لحضورك.',
  nowBlocked: 'تم حظر {name}.',
  faultHelp_not_found: 'ربما انتهت، أو أن الرابط ناقص.',
  faultHelp_space_ended: 'شكرًا لمرورك.',
  faultHelp_removed: 'لا يمكنك العودة إليها.',
  faultHelp_blocked_by_host: 'حظرك مضيفها.',
  faultHelp_guests_refused: 'الاستماع متاح لمن سجّلوا الدخول فقط.',
  faultHelp_blocked_on_stage: 'افتح المساحة في علامة تبويب مستقلة لتقرر إن كنت ما زلت تريد الاستماع.',
  faultHelp_anonymous_refused: 'افتح المساحة في علامة تبويب مستقلة للاستماع باسمك.',
  faultHelp_unreachable: 'تحقق من اتصالك ثم حاول من جديد.',
  faultHelp_not_perch: 'يجيب مكانه شيء آخر. حاول من جديد بعد لحظة.',
  faultHelp_microphone_denied:
    'يمكنك مواصلة الاستماع. للتحدث انقر الأيقونة عند بداية شريط العنوان، واسمح بالميكروفون، ثم حاول من جديد.',
};
