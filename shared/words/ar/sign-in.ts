import type { signIn as source } from '../en/sign-in.ts';
import type { Translated } from '../words.ts';

export const signIn: Translated<typeof source> = {
  join_title: 'هل كلا الحسابين لك؟ · Perch',
  join_heading: 'هل كلا الحسابين لك؟',
  join_both: 'الحسابان',
  join_now: 'تم الدخول الآن',
  join_question: '{handle} موجود في Perch باسم {other}. هل تريد دمجه مع {own}؟',
  join_help:
    'بعد الدمج يصيران واحدًا: يحتفظ {own} بهويات الاثنين ومن حظراهم، ويزول {other}. قبل ذلك يسألك Perch مرة أخرى.',
  join_yes: 'دمجهما',
  join_no: 'إبقاؤهما منفصلين',
  signIn_overHelp: 'استغرق الأمر وقتًا طويلًا أو استُخدم من قبل. أغلق هذه النافذة وابدأ من جديد في Perch.',
};
