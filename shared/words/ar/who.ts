import type { who as source } from '../en/who.ts';
import type { Translated } from '../words.ts';

export const who: Translated<typeof source> = {
  handleOn: '{handle} على {network}',
  aboutPerson: 'عن {name}',
  lookAlike_host: 'ليس المضيف: شخص آخر باسم مشابه',
  lookAlike_cohost: 'ليس المضيف المشارك: شخص آخر باسم مشابه',
  lookAlike_person: 'ليس {name}: شخص آخر باسم مشابه',
  lookAlike_handle: 'ليس {name}: شخص آخر يُعرف باسم قريب منه',
  oddHandle: 'في هذا المعرّف أحرف قد تُقرأ على أنها غيرها',

  muteForMe: 'كتم عندي',
  unmuteForMe: 'إلغاء الكتم عندي',
  mutedForMe: 'مكتوم عندك',
  muteForMeHelp: 'أنت وحدك لا تسمعه، هنا وفي المساحات الأخرى.',
  unmuteForMeHelp: 'لا تسمعه، هنا ولا في المساحات الأخرى.',
};
