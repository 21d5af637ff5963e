import type { share as source } from '../en/share.ts';
import type { Translated } from '../words.ts';

export const share: Translated<typeof source> = {
  share: 'शेयर करें',
  shareTitle: 'दूसरों को बताएँ',
  shareHelp: 'हर पोस्ट भेजने से पहले आप उसे देखते हैं।',
  shareOn: '{network} पर शेयर करें',
  announceListening: '“{title}” लाइव सुनते हुए',
  announceHosting: 'मेरे साथ लाइव: “{title}”',
  mastodonServer: 'आपका Mastodon सर्वर',
  mastodonHint: 'mastodon.social',
  mastodonWrong: 'इस तरह लिखें: mastodon.social.',
  mastodonGo: 'आगे बढ़ें',
  mastodonChange: 'अपना Mastodon सर्वर बदलें',
  copyLink: 'लिंक कॉपी करें',
  linkCopied: 'कॉपी हो गया',
  copyByHand: 'हाथ से कॉपी करें:',

  lookingForSpace: 'स्पेस खोजा जा रहा है',
  noLongerThere: 'लिंक भेजने वाले से नया लिंक माँगें।',
  hearingGoesOn: 'जो आप सुन रहे हैं, वह जारी है।',
  soundHeldBack: 'आपका ब्राउज़र आवाज़ रोक रहा है',
  soundHeldBackHelp: 'आप जुड़ गए हैं। एक टैप से सुनाई देगा।',
  turnSoundOn: 'आवाज़ चालू करें',
  listenWhileBrowsing: 'ब्राउज़ करते हुए सुनते रहें',
  listenWhileBrowsingHelp:
    'ब्राउज़र में Perch हो, तो टाइमलाइन पढ़ते हुए भी स्पेस चलता रहता है, और वहीं दिखता है कि कौन लाइव है।',
  havePerch: 'Perch पहले से है? टूलबार में उसके आइकॉन पर क्लिक करें।',
  getExtension: 'एक्सटेंशन पाएँ',
  openInNewTab: 'नए टैब में खोलें',
};
