import type { ended as source } from '../en/ended.ts';
import type { Translated } from '../words.ts';

export const ended: Translated<typeof source> = {
  listenedAtMost: { one: '{n} तक सुन रहे थे', other: '{n} तक सुन रहे थे' },
  whoSpoke: 'कौन बोले',
  wereOnStage: 'स्टेज पर कौन थे',
  showEverybody: 'सभी {n} दिखाएँ',
  follow: 'फ़ॉलो करें',
  followOn: '{network} पर {name} को फ़ॉलो करें',
  whatNext: 'अभी ये भी लाइव हैं',
  youAreOffline: 'आप ऑफ़लाइन हैं',
  offlineHelp: 'कनेक्शन लौटते ही Perch अपने आप फिर देखेगा।',
  actionCount: { one: 'Perch: {n} स्पेस लाइव है', other: 'Perch: {n} स्पेस लाइव हैं' },
};
