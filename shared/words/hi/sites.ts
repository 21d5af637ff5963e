import type { sites as source } from '../en/sites.ts';
import type { Translated } from '../words.ts';

export const sites: Translated<typeof source> = {
  showSpacesOn: '{host} पर स्पेस दिखाएँ',
  showSpacesOnHelp:
    'Perch वहाँ आपकी टाइमलाइन के ऊपर लाइव स्पेस दिखाता है। पोस्ट लिखने वालों के नाम सिर्फ़ आपके डिवाइस पर पढ़ता है।',
  spacesShownOn: 'Perch अब {host} पर काम करता है। कोई लाइव होगा, तो टाइमलाइन के ऊपर दिखेगा।',
  siteRefused: 'कुछ नहीं बदला। आप जब चाहें, फिर कोशिश कर सकते हैं।',
  siteIsOff: '{host} पर Perch बंद है।',
  barHiddenOn: '{host} पर बार छिपा है।',
  barHiddenToday: 'बार कल तक छिपा है।',
  showBarOn: '{host} पर बार फिर दिखाएँ',
  showItNow: 'अभी दिखाएँ',
  barIsBack: 'बार लौट आया: जब भी कोई लाइव होगा, दिखेगा।',

  bar: 'बार',
  barAlways: 'कुछ लाइव न हो, तब भी बार दिखाएँ',
  barAlwaysHelp: 'नहीं तो यह किसी के लाइव होने पर आता है और आख़िरी स्पेस के साथ चला जाता है।',
  sites: 'साइट',
  sitesHelp: 'Perch कहाँ दिखाए कि कौन लाइव है। पोस्ट लिखने वालों के नाम सिर्फ़ आपके डिवाइस पर पढ़ता है।',
  sitesRefused: 'आपका ब्राउज़र Perch को {hosts} पर काम नहीं करने देता, इसलिए वहाँ Spaces नहीं दिखते।',
  alsoOn: 'और {hosts}',
  barHiddenHere: 'यहाँ बार छिपा है',
  showItAgain: 'फिर दिखाएँ',
  addedByYou: 'आपके जोड़े हुए',
  removeIt: 'हटाएँ',
  removeSite: '{host} को हटाएँ',
  addSiteHelp:
    'Mastodon, Elk या Phanpy वाले किसी और सर्वर के लिए उसका पेज खोलें, फिर टूलबार में Perch पर क्लिक करें: वह वहाँ स्पेस दिखाने को पूछेगा।',

  health: 'अडैप्टर की हालत',
  healthHelp:
    'साइट का ढाँचा बदलने पर बार या घेरे ग़ायब हो सकते हैं। यह गिनता है कि पिछली टाइमलाइन में Perch को क्या मिला, और वहाँ कुछ और नहीं पढ़ता।',
  checkTimeline: 'खुली टाइमलाइन जाँचें',
  noTimeline: 'कोई टाइमलाइन नहीं खुली है। दूसरे टैब में खोलें, फिर जाँचें।',
  foundOn: '{site} पर मिला',
  countFound: { one: '{n} मिला', other: '{n} मिले' },
  noneFound: 'कुछ नहीं मिला',
  healthNote: 'कुछ न मिलना हमेशा ख़राबी नहीं: कुछ हिस्से कभी-कभी ही होते हैं।',
  copyReport: 'कॉपी करें',
  copyReportHelp: 'बग रिपोर्ट के लिए। सिर्फ़ ये लाइनें कॉपी होती हैं: न पता, न नाम, न पेज के शब्द।',
  reportVersions: 'Perch {perch}, {browser}',
  reportCopied: 'कॉपी हो गया।',
  copyFailed: 'ब्राउज़र Perch को कॉपी नहीं करने दे रहा। लाइनें चुनें और हाथ से कॉपी करें।',
};
