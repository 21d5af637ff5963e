import type { welcome as source } from '../en/welcome.ts';
import type { Translated } from '../words.ts';

export const welcome: Translated<typeof source> = {
  welcomeTitle: 'Perch में आपका स्वागत है',
  welcomeLead: 'लाइव बातचीत, ठीक उस टाइमलाइन के ऊपर जो आप पहले से पढ़ते हैं।',
  steps: 'चरण',
  stepOf: '{all} में से चरण {at}',
  stepDone: '{step}, पूरा',
  skipStep: 'छोड़ें',
  nextStep: 'आगे',
  stepBack: 'वापस',

  stepPin: 'Perch पिन करें',
  pinTitle: 'Perch को नज़र में रखें',
  pinHelp: 'ब्राउज़र के टूलबार में पज़ल के टुकड़े पर क्लिक करें, फिर Perch के बगल वाले पिन पर। वहाँ एक क्लिक से स्पेस में जुड़ते हैं।',
  pinDone: 'Perch आपके टूलबार में है।',
  pinnedIt: 'पिन कर दिया',

  stepServer: 'आपका सर्वर',
  serverTitle: 'अपना सर्वर चुनें',
  serverWhat:
    'स्पेस सर्वर पर होते हैं, और सर्वर कोई भी चला सकता है। किसी ने आपको पता दिया हो, तो यहाँ लिखें; नहीं तो यही रहने दें।',
  serverDone: 'यह सर्वर जवाब दे रहा है। अब से आप इसके स्पेस देखेंगे।',

  stepSound: 'आवाज़',
  soundTitle: 'देखें कि सुनाई देता है या नहीं',
  soundHelp: 'Perch तीन हल्के सुर बजाता है। आपका माइक्रोफ़ोन बंद रहता है।',
  playSound: 'आवाज़ बजाएँ',
  playAgain: 'फिर बजाएँ',
  playingSound: 'बज रही है…',
  didYouHear: 'क्या सुनाई दी?',
  iHeardIt: 'हाँ',
  iHeardNothing: 'नहीं',
  soundDone: 'बढ़िया। स्पेस आप तक ऐसे ही पहुँचते हैं।',
  soundHints: 'कंप्यूटर की आवाज़ बढ़ाएँ, देखें कि यह टैब म्यूट तो नहीं, या दूसरे स्पीकर चुनें। फिर दोबारा बजाएँ।',
  soundFailed: 'ब्राउज़र इसे नहीं बजा सका: {why}',
  speakersUnnamed:
    'आवाज़ वहीं से आती है, जहाँ से आपके ब्राउज़र की आती है। माइक्रोफ़ोन की अनुमति मिलने पर ब्राउज़र स्पीकरों के नाम बताता है; Perch यह तब माँगता है, जब आप बोलना चाहें।',

  stepSites: 'साइट',
  sitesTitle: 'आप कहाँ पढ़ते हैं',
  sitesWhat:
    'इन साइटों पर Perch दिखाता है कि कौन लाइव है। जहाँ न चाहें, बंद कर दें, या अपना सर्वर जोड़ें। यह पेज का कुछ भी कहीं नहीं भेजता।',

  allSetTitle: 'सब तैयार है',
  allSetHelp: 'कोई लाइव होगा, तो टाइमलाइन के ऊपर और टूलबार में दिखेगा।',
  seeWhatIsLive: 'देखें, क्या लाइव है',
  popupByHand: 'टूलबार में Perch आइकॉन पर क्लिक करें।',
  moreSettings: 'सारी सेटिंग',
};
