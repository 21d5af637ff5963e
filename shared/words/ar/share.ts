import type { share as source } from '../en/share.ts';
import type { Translated } from '../words.ts';

export const share: Translated<typeof source> = {
  share: 'مشاركة',
  shareTitle: 'إخبار الآخرين',
  shareHelp: 'ترى كل منشور قبل إرساله.',
  shareOn: 'مشاركة على {network}',
  announceListening: 'أستمع إلى «{title}» مباشرة',
  announceHosting: 'أستضيف «{title}» مباشرة',
  mastodonServer: 'خادمك على Mastodon',
  mastodonHint: 'mastodon.social',
  mastodonWrong: 'اكتبه بهذا الشكل: mastodon.social.',
  mastodonGo: 'متابعة',
  mastodonChange: 'تغيير خادمك على Mastodon',
  copyLink: 'نسخ الرابط',
  linkCopied: 'تم النسخ',
  copyByHand: 'انسخه يدويًا:',

  lookingForSpace: 'جارٍ البحث عن المساحة',
  noLongerThere: 'اطلب رابطًا جديدًا ممن أرسله إليك.',
  hearingGoesOn: 'ما تسمعه مستمر.',
  soundHeldBack: 'متصفحك يحجب الصوت',
  soundHeldBackHelp: 'أنت في المساحة. لمسة واحدة وتسمع.',
  turnSoundOn: 'تشغيل الصوت',
  listenWhileBrowsing: 'واصل الاستماع وأنت تتصفح',
  listenWhileBrowsingHelp: 'مع Perch في متصفحك تستمر المساحة وأنت تقرأ خطك الزمني، وترى هناك من على الهواء.',
  havePerch: 'لديك Perch؟ انقر أيقونته في شريط الأدوات.',
  getExtension: 'احصل على الإضافة',
  openInNewTab: 'فتح في علامة تبويب جديدة',
};
