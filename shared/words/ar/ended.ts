import type { ended as source } from '../en/ended.ts';
import type { Translated } from '../words.ts';

export const ended: Translated<typeof source> = {
  listenedAtMost: {
    zero: 'دون مستمعين',
    one: 'مستمع واحد كحد أقصى',
    two: 'حتى مستمعَين',
    few: 'حتى {n} مستمعين',
    many: 'حتى {n} مستمعًا',
    other: 'حتى {n} مستمع',
  },
  whoSpoke: 'من تحدثوا',
  wereOnStage: 'من كانوا على المنصة',
  showEverybody: 'إظهار الكل ({n})',
  follow: 'متابعة',
  followOn: 'متابعة {name} على {network}',
  whatNext: 'مباشر الآن أيضًا',
  youAreOffline: 'لا اتصال لديك بالإنترنت',
  offlineHelp: 'يبحث Perch من جديد تلقائيًا فور عودة الاتصال.',
  actionCount: {
    zero: 'Perch: لا مساحات مباشرة',
    one: 'Perch: مساحة مباشرة واحدة',
    two: 'Perch: مساحتان مباشرتان',
    few: 'Perch: {n} مساحات مباشرة',
    many: 'Perch: {n} مساحة مباشرة',
    other: 'Perch: {n} مساحة مباشرة',
  },
};
