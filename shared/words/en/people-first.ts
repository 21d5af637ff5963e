/** Whom the person follows: why their Spaces come first, and what they may do. */
export const peopleFirst = {
  why_hosts: '{name}, whom you follow, hosts',
  why_speaks: '{name}, whom you follow, is speaking',
  why_seen: '{name}, from your timeline, is speaking',

  // Hosting
  spokenLanguage: 'Spoken language',
  speak_followed: 'People I follow',
  speakHelp_followed: 'Those of them who ask come on stage at once. Everybody else waits for you.',
  speakFollowedUnknown:
    'Perch does not know yet whom you follow. Sign in, or name an account in the settings.',
  speakFollowedTold: {
    one: 'For this, Perch sends the server a scrambled code of the {n} person you follow, salted anew for this Space. It holds no name, but the server can tell whether somebody it knows is meant. It is deleted when the Space ends.',
    other:
      'For this, Perch sends the server scrambled codes of the {n} people you follow, salted anew for this Space. They hold no names, but the server can tell whether somebody it knows is among them. They are deleted when the Space ends.',
  },
  requestHelpFollowed:
    'If the host follows you, you come on stage right away, with your microphone off, and everybody sees your name. Otherwise the hosts see who you are and what you write.',

  // In the settings
  followsTitle: 'People you follow',
  followsHelp:
    'Their Spaces come first in your list. Perch reads whom you follow from the network itself and keeps it on this device. No Perch server is told, unless you host a Space where the people you follow may speak.',
  followsNone: 'Perch knows nobody yet whom you follow. Sign in, or name your account here.',
  followsCount: { one: '{n} person', other: '{n} people' },
  followsRead: 'read {when}',
  followsNow: 'just now',
  followsReading: 'Reading…',
  followsNew: 'Not read yet.',
  followsNeedsLeave: 'Its server tells this only with your leave. Give it in the popup, under your account.',
  followsHidden: 'This account does not show whom it follows.',
  followsOff: 'Perch does not read whom you follow here.',
  followsFailed: '{why} What was known stays.',
  followsUnreachable: 'Its server does not answer.',
  followsNotFound: 'There is no such account.',
  followsTooOften: 'Its server wants to be left alone for a while.',
  followsBadName:
    'Write a Bluesky handle such as ana.bsky.social, or a full Mastodon name such as @ana@mastodon.social.',
  readAgain: 'Read again',
  readAgainOf: 'Read again whom {handle} follows',
  removeFollows: 'Remove {handle}',
  followsName: 'Bluesky handle or full Mastodon name',
  addFollows: 'Add',
} as const;
