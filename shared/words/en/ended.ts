/** After a Space, and while there is none: no network, and the toolbar icon. */
export const ended = {
  listenedAtMost: { one: 'up to {n} listening', other: 'up to {n} listening' },
  whoSpoke: 'Who spoke',
  wereOnStage: 'Who was on stage',
  showEverybody: 'Show all {n}',
  follow: 'Follow',
  followOn: 'Follow {name} on {network}',
  whatNext: 'Also live now',
  youAreOffline: 'You are offline',
  offlineHelp: 'Perch looks again by itself as soon as you are back.',
  actionCount: { one: 'Perch: {n} Space is live', other: 'Perch: {n} Spaces are live' },
} as const;
