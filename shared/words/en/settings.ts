/** The settings, and what they export and take in. */
export const settings = {
  settingsParts: 'Parts of the settings',
  barCollapsed: 'Keep the bar collapsed',
  barCollapsedHelp: 'One thin line says how many Spaces are live; a click opens it.',

  // Sites
  addMastodon: 'Add a Mastodon server',
  addMastodonHelp: 'The browser asks you whether Perch may work there.',
  showSpacesThere: 'Show Spaces there',
  badSiteName: 'Write the name of the server alone, for example mastodon.social.',
  siteIsKnown: 'Perch works there already.',
  awaitedSites: 'Waiting for your yes',
  awaitedSitesHelp: 'These came with a settings file. Perch works there once you let it.',
  allowSite: 'Allow {host}',
  allowIt: 'Allow',

  // Sound and devices
  soundAndDevices: 'Sound and devices',
  soundAndDevicesHelp: 'How you hear others and how they hear you, on this device.',
  checkMicrophoneHelp: 'See its level, record three seconds and hear them.',

  // Shortcuts
  shortcuts: 'Shortcuts',
  shortcutsHelp: 'They work from any tab. The browser keeps them, so you change them there.',
  shortcut_toggle_mic: 'Turn the microphone on or off',
  shortcut_leave: 'Leave the Space',
  shortcut_open: 'Open Perch',
  shortcutNotSet: 'Not set',
  changeShortcuts: 'Change shortcuts',
  changeShortcutsByHand: 'To change them, open {address}.',
  holdKey: 'Hold in the player',
  holdKey_off: 'Off',
  holdKey_talk: 'to talk',
  holdKey_mute: 'to mute',

  // Language
  languageHelp: 'Changes everything that Perch says, at once.',
  languageOfSystem: 'As your browser ({language})',

  // Privacy
  privacy: 'Privacy',
  nameMe: 'Show my name when I listen',
  nameMeHelp:
    'Otherwise you listen unnamed: counted, but named to nobody. You can choose anew for each Space.',
  getReady: 'Get ready before I click',
  getReadyHelp:
    'Resting on a Space connects silently for a moment, so that a click is heard at once. Nobody sees it.',
  keepVisits: 'Remember the Spaces I was in',
  keepVisitsHelp: 'On this device only. Switching it off empties the list.',
  visits: 'Spaces you were in',
  noVisits: 'None yet.',
  visitLine: '{host} · {server} · {when}',
  visitLineHostless: '{server} · {when}',
  showAllVisits: { one: 'Show {n}', other: 'Show all {n}' },
  clearVisits: 'Clear the list',
  forgetRest: 'Forget what else Perch has kept',
  forgetRestHelp:
    'How loud you made each person, which accounts’ follows are read, and the name of your Mastodon server. Your settings and accounts stay.',
  forget: 'Forget',
  forgotten: 'Forgotten.',

  // Export and import
  files: 'Export and import',
  filesHelp:
    'Take your settings to another browser. The file holds no password and no sign-in: you sign in there anew.',
  withVisits: 'Put in the Spaces I was in',
  exportSettings: 'Export settings',
  exported: 'Saved as {name}.',
  importSettings: 'Import settings',
  importQuestion: 'Import these settings?',
  importHelp: 'What the file does not name stays as it is.',
  importNothing: 'All of it is so already. Nothing changes.',
  importNow: 'Import',
  cancelImport: 'Cancel',
  imported: 'Imported.',
  importedAsks: {
    one: 'Imported. {n} site waits for your yes, under Sites.',
    other: 'Imported. {n} sites wait for your yes, under Sites.',
  },
  change_server: 'Home server: {to} instead of {from}',
  change_serverLeaves: 'Home server: {to} instead of {from}. You leave the Space you are in.',
  change_servers: 'Other servers, added: {list}',
  change_sites: 'Sites, added: {list}. The browser asks you about each.',
  change_language: 'Language: {to}',
  change_bar: 'How the bar shows itself, and where',
  change_sound: 'Sound',
  change_volume: 'Volume of Spaces: {to}',
  change_voices: { one: 'How loud {n} person is', other: 'How loud {n} people are' },
  change_mastodon: 'Your Mastodon server: {to}',
  change_privacy: 'Privacy: {list}',
  change_history: { one: '{n} Space you were in', other: '{n} Spaces you were in' },
  choiceOn: '{choice}: on',
  choiceOff: '{choice}: off',
  badFile_stranger: 'This is not a settings file of Perch. Nothing was changed.',
  badFile_newer: 'This file is from a newer Perch. Update Perch, then import it again. Nothing was changed.',
  badFile_big: 'This file is larger than 1 MB, so it is no settings file. Nothing was changed.',
  badFile_unread: 'The browser could not read this file. Nothing was changed.',
  badFile_unkept: 'The browser could not keep the settings. Nothing was changed; try again.',

  openWelcome: 'Show the welcome page',
} as const;
