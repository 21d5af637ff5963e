import type { inPage as source } from '../en/in-page.ts';
import type { Translated } from '../words.ts';

export const inPage: Translated<typeof source> = {
  stillLive: 'आने के लिए शुक्रिया।',
  nowBlocked: '{name} को ब्लॉक कर दिया गया।',
  faultHelp_not_found: 'शायद यह ख़त्म हो गया, या लिंक अधूरा है।',
  faultHelp_space_ended: 'आने के लिए शुक्रिया।',
  faultHelp_removed: 'आप इसमें वापस नहीं आ सकते।',
  faultHelp_blocked_by_host: 'इसके होस्ट ने आपको ब्लॉक किया है।',
  faultHelp_guests_refused: 'सिर्फ़ साइन इन किए हुए लोग सुन सकते हैं।',
  faultHelp_blocked_on_stage: 'स्पेस को अलग टैब में खोलें और तय करें कि फिर भी सुनना है या नहीं।',
  faultHelp_anonymous_refused: 'अपने नाम से सुनने के लिए स्पेस को अलग टैब में खोलें।',
  faultHelp_unreachable: 'अपना कनेक्शन जाँचें, फिर कोशिश करें।',
  faultHelp_not_perch: 'उसकी जगह कुछ और जवाब दे रहा है। थोड़ी देर में फिर कोशिश करें।',
  faultHelp_microphone_denied:
    'आप सुनते रह सकते हैं। बोलने के लिए पता बार के बाईं ओर वाले आइकॉन पर क्लिक करें, माइक्रोफ़ोन की अनुमति दें, फिर कोशिश करें।',
};
