import { accountEn } from './account-en.ts';
import { faultsEn } from './faults-en.ts';
import { pageEn } from './page-en.ts';
import { peopleFirstEn } from './people-first-en.ts';
import { serversEn } from './servers-en.ts';
import { sitesEn } from './sites-en.ts';
import { shareEn } from './share-en.ts';
import { signInEn } from './sign-in-en.ts';
import { stageEn } from './stage-en.ts';
import { whoEn } from './who-en.ts';

/** English, the catalogue that gives the others their type. Write for a person: what happened, what still works, what to do. */
export const en = {
  ...faultsEn,
  ...stageEn,
  ...pageEn,
  ...serversEn,
  ...sitesEn,
  ...shareEn,
  ...signInEn,
  ...accountEn,
  ...peopleFirstEn,
  ...whoEn,

  // The list
  liveSpaces: 'Live Spaces',
  startListening: 'Start listening',
  startListeningTo: 'Start listening: {title}',
  listening: { one: '{n} listening', other: '{n} listening' },
  hosts: '{name} hosts',
  joining: 'Joining…',
  loadingSpaces: 'Looking for live Spaces',
  nothingLive: 'It is quiet right now',
  nothingLiveHelp: 'A Space stands here the moment somebody goes live. You could be the one.',
  nothingElseLive: 'No other Space is live.',
  staleList: 'This list may be old.',
  moreSpaces: { one: '{n} more Space', other: '{n} more Spaces' },
  previewOf: '{title}, {people}',

  listeningNow: 'You are listening',
  spacesLive: { one: '{n} Space is live', other: '{n} Spaces are live' },
  expandBar: '{line}. Show the bar',
  barMenu: 'Bar options',
  collapseBar: 'Collapse the bar',
  hideBarToday: 'Hide for today',
  hideBarHere: 'Hide on this site',

  // The preview
  microphoneStartsOff: 'Your microphone stays off. The others do not see you.',
  onStageToo: { one: '+{n} on stage', other: '+{n} on stage' },
  close: 'Close',

  // Hosting
  hostASpace: 'Host a Space',
  nameYourSpace: 'Name your Space',
  nameYourSpaceHint: 'What will you talk about?',
  yourName: 'Your name',
  yourNameHint: 'Optional',
  startYourSpace: 'Start your Space',
  startingYourSpace: 'Starting…',
  hostFormNote: 'You come in with your microphone off. Anyone may listen.',
  charactersLeft: { one: '{n} character left', other: '{n} characters left' },
  title_empty: 'Give your Space a name, so that people know what it is about.',
  title_too_long: { one: '{n} character too many.', other: '{n} characters too many.' },
  title_hidden_characters: 'The name holds characters that cannot be seen. Type it again by hand.',
  name_empty: 'Write a name, or leave this empty.',
  name_too_long: { one: '{n} character too many.', other: '{n} characters too many.' },
  name_hidden_characters: 'The name holds characters that cannot be seen. Type it again by hand.',
  back: 'Back',

  // The player
  nowPlaying: 'Now playing',
  live: 'Live',
  leave: 'Leave',
  leaving: 'Leaving…',
  muteSpace: 'Mute Space',
  unmuteSpace: 'Unmute Space',
  spaceVolume: 'Space volume',
  volumePercent: '{n} percent',
  microphone: 'Microphone',
  microphoneIsOn: 'Your microphone is on',
  microphoneIsOff: 'Your microphone is off',
  microphoneAsking: 'Waiting for the microphone…',
  onStage: 'On stage',
  you: 'You',
  role_host: 'Host',
  role_cohost: 'Co-host',
  role_speaker: 'Speaker',
  role_listener: 'Listener',
  muted: 'muted',
  speaking: 'speaking',
  isSpeaking: { one: '{names} is speaking', other: '{names} are speaking' },
  youSpeak: 'You are speaking',
  youAndSpeak: '{names} are speaking',
  andOthers: { one: '{n} other', other: '{n} others' },
  nobodySpeaks: 'Nobody is speaking',
  aloneOnStage: 'You are in. The microphone is off.',
  soundIsOff: 'Sound is off',
  elapsed: 'Live for {time}',
  reconnecting: 'Reconnecting. The Space goes on.',
  reconnectingFor: 'Reconnecting ({n} s). The Space goes on.',
  nowIn: 'You are in {title}',
  endSpace: 'End Space',
  endSpaceQuestion: 'End this Space for everyone?',
  endSpaceHelp: 'All who listen are out at once. If you only leave, it goes on without you for a while.',
  endForEveryone: 'End for everyone',
  keepGoing: 'Keep it going',
  ending: 'Ending…',

  // After the end
  hasEnded: '“{title}” has ended',
  spaceHasEnded: 'The Space has ended',
  ended_host_ended: 'The host ended it. Thank you for being there.',
  ended_stage_empty: 'Nobody was left on the stage.',
  ended_too_long: 'It had reached the longest time a Space may last.',
  ended_never_started: 'The host never came in.',
  ended_server_stopped: 'The server was stopped.',
  ended_moderated: 'Those who run the server ended it.',
  stillLive: 'Other Spaces are in the list.',

  // What to do
  tryAgain: 'Try again',
  settings: 'Settings',
  openTheTab: 'Open the tab',
  keepListening: 'Keep listening',
  serverAt: 'Server: {address}',
  openFromToolbar: 'Click the Perch icon in the toolbar to see all Spaces.',

  // The tab that asks for the microphone
  microphoneTitle: 'Let people hear you',
  microphoneWhy: 'To speak in a Space, Perch needs your microphone. It stays off until you turn it on.',
  microphoneAsk: 'The browser is asking: choose “Allow”.',
  microphoneReady: 'Your microphone is ready, and still off',
  microphoneReadyHelp: 'Turn it on in Perch when you want to speak. You can close this tab.',
  microphoneDeniedSteps:
    'Click the icon at the left of the address bar above, switch Microphone on, then come back and try again.',
  closeTab: 'Close this tab',

  // Settings
  settingsTitle: 'Perch settings',
  serverAddress: 'Server address',
  serverHelp: 'The Perch server whose Spaces you see and where you host.',
  checkAndSave: 'Check and save',
  checking: 'Checking…',
  serverSaved: 'Saved. Perch now uses this server.',
  language: 'Language',
  about: 'About',
  aboutPerch:
    'Perch brings live Spaces above the timeline you already read. It sends nothing of the pages you visit anywhere.',
  version: 'Version {version}',

  // The toolbar icon
  actionIdle: 'Perch: live Spaces',
  actionLive: 'Perch: you are in “{title}”',
  actionSpeaking: 'Perch: your microphone is on in “{title}”',
  actionReconnecting: 'Perch: reconnecting to “{title}”',
  actionInvited: 'Perch: you are invited to speak in “{title}”',
  actionRaised: 'Perch: you are on stage in “{title}”, with your microphone off',
  actionWaiting: {
    one: 'Perch: {n} person asks to speak in “{title}”',
    other: 'Perch: {n} people ask to speak in “{title}”',
  },
  badgeInvited: '!',
  badgeWaiting: '{n}',
  badgeLive: 'LIVE',
  badgeOn: 'MIC',
} as const;
