/** English, the catalogue that gives the others their type. Write for a person: what happened, what still works, what to do. */
export const en = {
  liveSpaces: 'Live Spaces',
  startListening: 'Start listening',
  startListeningTo: 'Start listening: {title}',
  listening: { one: '{n} listening', other: '{n} listening' },
  hosts: '{name} hosts',
  hostASpace: 'Host a Space',
  nameYourSpace: 'Name your Space',
  yourName: 'Your name',
  startYourSpace: 'Start your Space',
  nowPlaying: 'Now playing',
  leave: 'Leave',
  muteSpace: 'Mute Space',
  unmuteSpace: 'Unmute Space',
  spaceVolume: 'Space volume',
  microphone: 'Microphone',
  endSpace: 'End Space',
} as const;
