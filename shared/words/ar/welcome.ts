import type { welcome as source } from '../en/welcome.ts';
import type { Translated } from '../words.ts';

export const welcome: Translated<typeof source> = {
  welcomeTitle: 'أهلًا بك في Perch',
  welcomeLead: 'أحاديث مباشرة، فوق الخط الزمني الذي تقرؤه أصلًا.',
  steps: 'الخطوات',
  stepOf: 'الخطوة {at} من {all}',
  stepDone: '{step}، تمت',
  skipStep: 'تخطٍّ',
  nextStep: 'التالي',
  stepBack: 'رجوع',

  stepPin: 'تثبيت Perch',
  pinTitle: 'أبقِ Perch أمام عينيك',
  pinHelp: 'انقر قطعة الأحجية في شريط أدوات المتصفح، ثم الدبوس بجانب Perch. نقرة هناك تُدخلك مساحة.',
  pinDone: 'صار Perch في شريط الأدوات.',
  pinnedIt: 'ثبّتّه',

  stepServer: 'خادمك',
  serverTitle: 'اختر خادمك',
  serverWhat:
    'الخادم هو حيث توجد المساحات، ويمكن لأي شخص تشغيل واحد. إن أعطاك أحدهم عنوانًا فضعه هنا؛ وإلا فأبقِ هذا.',
  serverDone: 'هذا الخادم يستجيب. سترى مساحاته من الآن.',

  stepSound: 'الصوت',
  soundTitle: 'تأكد أنك تسمع',
  soundHelp: 'يعزف Perch ثلاث نغمات هادئة. يبقى الميكروفون مغلقًا.',
  playSound: 'تشغيل الصوت',
  playAgain: 'تشغيله من جديد',
  playingSound: 'جارٍ التشغيل…',
  didYouHear: 'هل سمعته؟',
  iHeardIt: 'نعم',
  iHeardNothing: 'لا',
  soundDone: 'ممتاز. هكذا تصلك المساحات.',
  soundHints:
    'ارفع صوت حاسوبك، وتحقق من أن علامة التبويب هذه غير مكتومة، أو اختر سماعات أخرى. ثم شغّله من جديد.',
  soundFailed: 'تعذّر على المتصفح تشغيله: {why}',
  speakersUnnamed:
    'يُسمع Perch من حيث يُسمع متصفحك. يسمّي المتصفح سماعاتك بعد السماح لـ Perch باستخدام الميكروفون، وهو يطلبه عندما تريد التحدث.',

  stepSites: 'المواقع',
  sitesTitle: 'أين تقرأ',
  sitesWhat:
    'على هذه المواقع يُظهر Perch من على الهواء. أوقفه حيث لا تريده، أو أضف خادمك. لا يرسل شيئًا من الصفحة إلى أي مكان.',

  allSetTitle: 'كل شيء جاهز',
  allSetHelp: 'عندما يبدأ أحد البث، تراه فوق خطك الزمني وفي شريط الأدوات.',
  seeWhatIsLive: 'شاهد المباشر الآن',
  popupByHand: 'انقر أيقونة Perch في شريط الأدوات.',
  moreSettings: 'كل الإعدادات',
};
