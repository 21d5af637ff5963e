import type { signIn as source } from '../en/sign-in.ts';
import type { Translated } from '../words.ts';

export const signIn: Translated<typeof source> = {
  join_title: 'क्या ये दोनों आप हैं? · Perch',
  join_heading: 'क्या ये दोनों आप हैं?',
  join_both: 'दोनों अकाउंट',
  join_now: 'अभी साइन इन है',
  join_question: '{handle} पहले से Perch पर {other} के नाम से है। इसे {own} से मिलाएँ?',
  join_help:
    'मिलाने पर दोनों एक हो जाएँगे: {own} के पास दोनों की पहचान और ब्लॉक रहेंगे, और {other} नहीं रहेगा। उससे पहले Perch एक बार और पूछेगा।',
  join_yes: 'मिलाएँ',
  join_no: 'अलग रखें',
  signIn_overHelp: 'समय ज़्यादा लग गया, या इसका इस्तेमाल हो चुका है। यह विंडो बंद करें और Perch में फिर से शुरू करें।',
};
