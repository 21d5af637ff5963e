import type { servers as source } from '../en/servers.ts';
import type { Translated } from '../words.ts';

export const servers: Translated<typeof source> = {
  onThisPage: 'इस पेज पर',
  lookingAtPage: 'स्पेस खोजा जा रहा है…',
  withOnStage: 'स्टेज पर: {names}',
  pageServerSilent: 'आपकी अपनी सूची पहले जैसी चलती है। थोड़ी देर में फिर कोशिश करें।',
  addServerQuestion: '{host} को जोड़ें?',
  addServerHelp:
    'Perch इस सर्वर से बात करेगा, ताकि आप इसके स्पेस देखें और उनमें जुड़ें। किसी भी वेबसाइट की तरह यह आपका नेटवर्क पता देखता है, और आपको मेहमान के रूप में जानता है। आप इसे सेटिंग में हटा सकते हैं।',
  addAndListen: 'जोड़ें और सुनें',
  adding: 'जोड़ा जा रहा है…',

  servers: 'सर्वर',
  otherServers: 'दूसरे सर्वर',
  otherServersHelp:
    'जब आपको वहाँ के स्पेस का लिंक मिले, तो Perch उसे दिखाता है और आपको उसमें जोड़ता है। सर्वर हटाने पर आप वहाँ के स्पेस से बाहर आ जाते हैं।',
  noOtherServers: 'अभी कोई नहीं। किसी स्पेस का पेज खोलें, फिर टूलबार में Perch पर क्लिक करें: वह उसका सर्वर जोड़ने को पूछेगा।',
  remove: 'हटाएँ',
  removeServer: '{host} को हटाएँ',
};
