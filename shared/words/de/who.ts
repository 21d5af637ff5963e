import type { who as source } from '../en/who.ts';
import type { Translated } from '../words.ts';

export const who: Translated<typeof source> = {
  handleOn: '{handle} auf {network}',
  aboutPerson: 'Über {name}',
  lookAlike_host: 'Nicht der Host: eine andere Person mit ähnlichem Namen',
  lookAlike_cohost: 'Nicht der Co-Host: eine andere Person mit ähnlichem Namen',
  lookAlike_person: 'Nicht {name}: eine andere Person mit ähnlichem Namen',
  lookAlike_handle: 'Nicht {name}: eine andere Person mit ähnlichem Handle',
  oddHandle: 'Buchstaben in diesem Handle lassen sich mit anderen verwechseln',

  muteForMe: 'Für mich stummschalten',
  unmuteForMe: 'Wieder hören',
  mutedForMe: 'Für dich stumm',
  muteForMeHelp: 'Nur du hörst diese Person nicht mehr, hier und in anderen Spaces.',
  unmuteForMeHelp: 'Du hörst diese Person nicht, weder hier noch in anderen Spaces.',
};
