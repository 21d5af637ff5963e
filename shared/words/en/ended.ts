/** After a Space; and the toolbar icon while in none. */
export const ended = {
  listenedAtMost: { one: 'up to {n} listening', other: 'up to {n} listening' },
  whoSpoke: 'Who spoke',
  wereOnStage: 'Who was on stage',
  showEverybody: 'Show all {n}',
  follow: 'Follow',
  followOn: 'Follow {name} on {network}',
  whatNext: 'Also live now',
  actionCount: { one: 'Perch: {n} Space is live', other: 'Perch: {n} Spaces are live' },
} as const;
