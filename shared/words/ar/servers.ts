import type { servers as source } from '../en/servers.ts';
import type { Translated } from '../words.ts';

export const servers: Translated<typeof source> = {
  onThisPage: 'في هذه الصفحة',
  lookingAtPage: 'جارٍ البحث عن المساحة…',
  withOnStage: 'على المنصة: {names}',
  pageServerSilent: 'قائمتك تعمل كالمعتاد. حاول من جديد بعد لحظة.',
  addServerQuestion: 'إضافة {host}؟',
  addServerHelp:
    'سيتصل Perch بهذا الخادم ليُظهر لك مساحاته وتدخلها. كأي موقع، يرى عنوان شبكتك، ويعرفك كضيف. يمكنك إزالته من الإعدادات.',
  addAndListen: 'إضافة واستماع',
  adding: 'جارٍ الإضافة…',

  servers: 'الخوادم',
  otherServers: 'خوادم أخرى',
  otherServersHelp:
    'يقرأ Perch المساحات هناك ويدخلها عندما تصادف رابطًا لإحداها. إزالة خادم تُخرجك من المساحة التي أنت فيها عليه.',
  noOtherServers: 'لا شيء حتى الآن. افتح صفحة مساحة ثم انقر Perch في شريط الأدوات: يعرض عليك إضافة خادمها.',
  remove: 'إزالة',
  removeServer: 'إزالة {host}',
};
