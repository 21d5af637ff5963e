/** What a server keeps of people, and for how long: its page about that. Plain and whole; times come from the limits. */
export const privacy = {
  title: 'Privacy',
  lead: 'What this server keeps about you, and for how long. Perch shows no ads, sets no cookies and has no trackers.',
  keptFor: 'Kept for at most: {time}',
  keptUnused: 'Kept until unused for: {time}',
  keptNot: 'Not kept',
  keptAccount: 'Kept until you delete your account',

  // When one only looks
  looking: 'When you only look',
  address: 'Your network address',
  addressHelp:
    'Counts your requests in memory, so that nobody floods the server, and your connections while they are open. It is not written down.',
  log: 'The server’s log',
  logHelp:
    'Which pages were asked for, when, and what failed; accounts by their ids alone, and no addresses. What stands before the server, such as a proxy, may have a log of its own.',
  logKept: 'Kept for as long as whoever runs the server decides',

  // The account
  account: 'Your account',
  name: 'Your name',
  nameHelp:
    'Your first Join or Start makes an account: you are a guest, with the name that you give or “Guest” and a number. A guest whose devices are all signed out can no longer delete it.',
  networks: 'Your accounts on Mastodon, Bluesky or X',
  networksHelp:
    'If you sign in with one: its handle, name and id, a copy of its picture, and when you proved that it is yours. Never a password, and what the sign-in allowed us is given back at once.',
  networksKept: 'Kept until you remove them here',
  leave: 'The permission to show on Bluesky that you are live',
  leaveHelp: 'Only if you give it; sealed.',
  leaveKept: 'Kept until you take it back',
  signIn: 'A sign-in on its way',
  signInHelp: 'What brings you back from your network, sealed.',
  devices: 'Where you are signed in',
  devicesHelp:
    'The kind of browser and system, when it came, and when it was last used, to the hour. Of its key only a hash.',

  // In Spaces
  spaces: 'In Spaces',
  sound: 'What is said',
  soundHelp: 'The sound passes through the media server to those who listen. Nothing is recorded.',
  hosted: 'Spaces that you host',
  hostedHelp: 'The title, the language, the settings, and when it began and ended.',
  joined: 'Spaces that you join',
  joinedHelp:
    'Under which name and in which role, when you came and went, and what you wrote in a request to speak. Unnamed listeners are named to nobody, but the server knows them.',
  follows: 'Whom you follow',
  followsHelp: 'Only if you let people whom you follow speak in your Space: scrambled codes of them.',
  followsKept: 'Kept until the Space ends',
  ahead: 'Getting ready to play',
  aheadHelp:
    'While you rest on a Space, your browser may connect without sound. It is in memory alone, and nobody is counted.',
  events: 'Messages of the media server',
  eventsHelp: 'Their ids, so that none is taken twice.',

  // Safety
  safety: 'Safety',
  blocks: 'Whom you block or mute',
  blocksKept: 'Kept until you take it back, or delete your account',
  reports: 'Reports',
  reportsHelp: 'What was reported by whom, with names, roles and handles as they were at that moment.',
  recordsKept: 'Kept without a limit, but a deleted account is no longer named in it',
  trail: 'The record of decisions',
  trailHelp: 'What hosts and those who run the server decided: who, about whom, and when.',
  gone: 'What a deleted account leaves in Spaces',
  goneHelp: 'A mark without a name, so that those who met it there learn that it is gone.',
  known: 'Blocks, removals and suspensions of a deleted account',
  knownHelp: 'Each network account as a hash, so that a new account does not lead round them.',
  knownKept: 'Kept for as long as they hold',

  // In the browser
  browser: 'In your browser',
  extension: 'What Perch keeps there',
  extensionHelp:
    'Your settings, the key to your account, whom you follow, and the last {n} Spaces that you were in.',
  extensionKept: 'Kept until you clear it, or remove Perch',
  timelines: 'What it reads on timelines',
  timelinesHelp:
    'The names of authors and links to Spaces, compared on your device. Only a link to a Space is looked up, at its server if you added that one, and a Mastodon server is asked, without your login, for its domain.',

  // What to do about it
  yours: 'What you can do',
  yoursHelp:
    'Your account, in the extension or on the page of a Space, lists your devices and networks; there you sign them out, remove them, or delete everything at once.',
  contact: 'For questions, ask whoever runs this server:',
} as const;
