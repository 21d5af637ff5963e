/** Who somebody is, whom they could be taken for, and who is not heard. */
export const who = {
  handleOn: '{handle} on {network}',
  aboutPerson: 'About {name}',
  lookAlike_host: 'Not the host: another person with a similar name',
  lookAlike_cohost: 'Not the co-host: another person with a similar name',
  lookAlike_person: 'Not {name}: another person with a similar name',
  lookAlike_handle: 'Not {name}: another person who goes by something similar',
  oddHandle: 'Letters in this handle can be taken for others',

  muteForMe: 'Mute for me',
  unmuteForMe: 'Unmute for me',
  mutedForMe: 'Muted for me',
  muteForMeHelp: 'You alone stop hearing them, here and in other Spaces.',
  unmuteForMeHelp: 'You do not hear them, here or in other Spaces.',
} as const;
