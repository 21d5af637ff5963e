import type { sites as source } from '../en/sites.ts';
import type { Translated } from '../words.ts';

export const sites: Translated<typeof source> = {
  showSpacesOn: 'إظهار المساحات على {host}',
  showSpacesOnHelp:
    'يضع Perch عندها المساحات المباشرة فوق خطك الزمني هناك. يقرأ أسماء كاتبي المنشورات على جهازك فقط.',
  spacesShownOn: 'يعمل Perch الآن على {host}. عندما يبدأ أحد البث تراه فوق خطك الزمني هناك.',
  siteRefused: 'لم يتغير شيء. يمكنك المحاولة من جديد متى شئت.',
  siteIsOff: 'Perch متوقف على {host}.',
  barHiddenOn: 'الشريط مخفي على {host}.',
  barHiddenToday: 'الشريط مخفي حتى الغد.',
  showBarOn: 'إظهار الشريط على {host} من جديد',
  showItNow: 'إظهاره الآن',
  barIsBack: 'عاد الشريط، ويظهر كلما كان أحد على الهواء.',

  bar: 'الشريط',
  barAlways: 'إظهار الشريط حتى إن لم يكن هناك بث',
  barAlwaysHelp: 'وإلا فيظهر عندما يبدأ أحد البث ويختفي مع آخر مساحة.',
  sites: 'المواقع',
  sitesHelp: 'أين يُظهر Perch من على الهواء. يقرأ أسماء كاتبي المنشورات على جهازك فقط.',
  sitesRefused: 'يمنع متصفحك Perch من العمل على {hosts}، فلا تظهر المساحات هناك.',
  alsoOn: 'وكذلك {hosts}',
  barHiddenHere: 'الشريط مخفي هنا',
  showItAgain: 'إظهار',
  addedByYou: 'أضفتها أنت',
  removeIt: 'إزالة',
  removeSite: 'إزالة {host}',
  addSiteHelp:
    'لأي خادم آخر يعمل بـ Mastodon أو Elk أو Phanpy، افتح صفحته ثم انقر Perch في شريط الأدوات: يعرض عليك إظهار المساحات هناك.',

  health: 'حالة المحوّلات',
  healthHelp:
    'قد يفقد موقع أُعيد بناؤه شريطه أو حلقاته. يعدّ هذا ما يجده Perch في آخر خط زمني استخدمته، ولا يقرأ غير ذلك هناك.',
  checkTimeline: 'فحص الخط الزمني المفتوح',
  noTimeline: 'لا يوجد خط زمني مفتوح. افتح واحدًا في علامة تبويب أخرى ثم أعد الفحص.',
  foundOn: 'على {site}',
  countFound: {
    zero: 'لا شيء',
    one: 'واحد',
    two: 'اثنان',
    few: 'العدد: {n}',
    many: 'العدد: {n}',
    other: 'العدد: {n}',
  },
  noneFound: 'لا شيء',
  healthNote: 'عدم وجود شيء ليس خللًا دائمًا: بعض الأجزاء تظهر أحيانًا فقط.',
  copyReport: 'نسخ',
  copyReportHelp: 'للإبلاغ عن خلل. تُنسخ هذه الأسطر وحدها: لا عنوان ولا أسماء ولا كلمات من الصفحة.',
  reportVersions: 'Perch {perch}، {browser}',
  reportCopied: 'تم النسخ.',
  copyFailed: 'لا يسمح المتصفح لـ Perch بالنسخ. حدّد الأسطر وانسخها يدويًا.',
};
