/** Signing in, and the account that a person has here. */
export const account = {
  // Signing in
  signIn: 'Sign in',
  signInLead: 'Be yourself, with an account that you already have.',
  signInSees: 'Perch asks only who you are. It cannot post.',
  signInWith: 'Sign in with',
  blueskyHandle: 'Your Bluesky handle',
  blueskyHint: 'ana.bsky.social',
  blueskyWrong: 'Write it like ana.bsky.social.',
  xHint: 'X asks you there which account it is.',
  signInGo: 'Continue',
  signInNowhere:
    'Nobody can sign in at this server yet. Those who run it have to give it its public address.',
  signInOpening: 'Opening…',
  signInWindow: 'A window of your own network opens. Your password stays there.',
  signInLeaves: 'You go to your own network and come back here. Your password stays there.',
  goOnAsGuest: 'Go on as a guest',
  signInUnderWay: 'Go on in the other window',
  signInUnderWayHelp: 'Say yes there. Then you are back here.',
  signInAgain: 'Open it again',
  signedInAs: 'Signed in as {handle}',
  linkedTo: '{handle} is now yours here too',
  mergedWith: 'Both are one account now',
  statusAllowed: 'Bluesky will show when you are live',
  followsAllowed: 'Perch now reads whom you follow',
  joinedAgainAs: 'You joined the Space again, with your microphone off.',
  notJoinedAgain: 'You left the Space: {reason}.',
  signedInGo: 'Go on',

  // Two accounts
  takenQuestion: '{handle} belongs to another Perch account',
  takenHelp: 'It is {name} ({handles}). Join the two? Everything of both goes on as one.',
  takenHelpBare: 'It is {name}. Join the two? Everything of both goes on as one.',
  joinTwo: 'Join the two',
  joiningTwo: 'Joining…',
  mergeInSpace: 'One of the two is in a Space now. Leave it first, then try again.',
  keepApart: 'Keep apart',

  // The account
  account: 'Account',
  accountOf: 'Account: {name}',
  accountName: 'Your name in Perch',
  changeName: 'Change your name',
  saveName: 'Save',
  yourAccounts: 'Your accounts',
  showInSpaces: 'Show in Spaces',
  showInSpacesHelp: 'People see it while you are on stage.',
  showOnBluesky: 'Show on Bluesky when I am live',
  showOnBlueskyHelp: 'Bluesky asks you once. Perch may set your live status and nothing else.',
  followsLeave: 'Let Perch read whom you follow',
  followsLeaveHelp: 'Their Spaces come first. What it reads stays on this device.',
  addAccount: 'Add another account',
  identityOptions: 'Options for {handle}',
  unlink: 'Remove',
  unlinkQuestion: 'Remove {handle}?',
  unlinkHelp: 'Perch forgets it. You can add it again whenever you like.',
  unlinkLastHelp:
    'It is the only one, so your Perch account is deleted with it: its name, its blocks, all of it.',
  unlinkLast: 'Remove and delete',
  moreInSettings: 'Devices, and deleting the account',

  // Devices
  devices: 'Your devices',
  thisDevice: 'This device',
  deviceUsed: 'Last used {date}',
  unknownDevice: 'A device',
  signOutOf: 'Sign out {device}',
  signOut: 'Sign out',
  signOutQuestion: 'Sign out here?',
  signOutHelp: 'You leave the Space that you are in.',

  // The end
  deleteAccount: 'Delete account',
  deleteAccountHelp: 'Your name, your accounts here, your blocks: all of it goes, at once.',
  deleteAccountQuestion: 'Delete your Perch account?',
  deleteAccountNote:
    'Your accounts at {networks} stay as they are. A Space that you host ends. Nobody can bring your Perch account back.',
  deleteForGood: 'Delete for good',

  // Hosting
  statusOffer: 'Also show it on Bluesky',
} as const;
