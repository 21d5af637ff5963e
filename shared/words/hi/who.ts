import type { who as source } from '../en/who.ts';
import type { Translated } from '../words.ts';

export const who: Translated<typeof source> = {
  handleOn: '{network} पर {handle}',
  aboutPerson: '{name} के बारे में',
  lookAlike_host: 'होस्ट नहीं: मिलते-जुलते नाम वाला कोई और',
  lookAlike_cohost: 'को-होस्ट नहीं: मिलते-जुलते नाम वाला कोई और',
  lookAlike_person: '{name} नहीं: मिलते-जुलते नाम वाला कोई और',
  lookAlike_handle: '{name} नहीं: मिलते-जुलते नाम से जाना जाने वाला कोई और',
  oddHandle: 'इस हैंडल के अक्षर दूसरे अक्षरों जैसे लग सकते हैं',

  muteForMe: 'मेरे लिए म्यूट करें',
  unmuteForMe: 'मेरे लिए अनम्यूट करें',
  mutedForMe: 'मेरे लिए म्यूट',
  muteForMeHelp: 'सिर्फ़ आप उन्हें नहीं सुनेंगे, यहाँ और दूसरे स्पेस में।',
  unmuteForMeHelp: 'आप उन्हें नहीं सुनते, यहाँ भी और दूसरे स्पेस में भी।',
};
