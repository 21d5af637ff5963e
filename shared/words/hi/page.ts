import type { page as source } from '../en/page.ts';
import type { Translated } from '../words.ts';

export const page: Translated<typeof source> = {
  share_by: '{name} का ऑडियो स्पेस',
  share_description: '{name} का ऑडियो स्पेस। अपने ब्राउज़र में सुनें, बिना अकाउंट के।',
  share_picture: '“{title}”, {name} का ऑडियो स्पेस',
  share_space: 'ऑडियो स्पेस',

  page_starting: 'बस शुरू होने वाला है',
  page_needsScript: 'सुनने के लिए इस पेज पर JavaScript की अनुमति दें।',
  page_open: 'स्पेस खोलें',
  page_getExtension: 'अपने ब्राउज़र के लिए Perch पाएँ',
  page_getExtensionHelp: 'जो टाइमलाइन आप पहले से पढ़ते हैं, उसके ऊपर दिखाता है कि कौन लाइव है।',
  page_notFound: 'यहाँ कोई स्पेस नहीं है',
  page_notFoundHelp: 'शायद लिंक अधूरा है, या किसी और सर्वर का है। भेजने वाले से नया लिंक माँगें।',
  page_privacy: 'यह सर्वर आपके बारे में क्या रखता है',
};
