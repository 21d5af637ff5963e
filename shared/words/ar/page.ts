import type { page as source } from '../en/page.ts';
import type { Translated } from '../words.ts';

export const page: Translated<typeof source> = {
  share_by: 'مساحة صوتية باستضافة {name}',
  share_description: 'مساحة صوتية باستضافة {name}. استمع في متصفحك من دون حساب.',
  share_picture: '«{title}»، مساحة صوتية باستضافة {name}',
  share_space: 'مساحة صوتية',

  page_starting: 'تبدأ بعد لحظة',
  page_needsScript: 'للاستماع، اسمح بـ JavaScript لهذه الصفحة.',
  page_open: 'فتح المساحة',
  page_getExtension: 'احصل على Perch لمتصفحك',
  page_getExtensionHelp: 'يُظهر من على الهواء فوق الخط الزمني الذي تقرؤه أصلًا.',
  page_notFound: 'لا توجد مساحة هنا',
  page_notFoundHelp: 'قد يكون الرابط ناقصًا أو يخص خادمًا آخر. اطلب رابطًا جديدًا ممن أرسله.',
  page_privacy: 'ما يحتفظ به هذا الخادم عنك',
};
