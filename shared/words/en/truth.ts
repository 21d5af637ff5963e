/** What the connection and the microphone are really doing. */
export const truth = {
  // The connection
  cuttingOut: { one: '{names} is cutting out', other: '{names} are cutting out' },
  youCutOut: 'You are cutting out. The others may miss words.',
  connectionIsWeak: 'Your connection is weak. The sound may stutter.',

  // What is odd about the own microphone
  oddity_system_muted: 'Your microphone is muted by the system',
  oddityHelp_system_muted: 'Nobody hears you. Look for a mute key, or in the sound settings.',
  oddity_silent: 'Your microphone is on, but silent',
  oddityHelp_silent: 'Nobody hears you. It may have a switch, or be the wrong one.',
  oddity_talking_while_muted: 'You are talking while muted',
  oddityHelp_talking_while_muted: 'Nobody hears you, and only you are told.',
  oddity_unplugged: 'Your microphone was unplugged',
  oddityHelp_unplugged:
    'The others see you muted, and you go on listening. Plug it in again, or use another one.',
  unmute: 'Unmute',
  turnOnAnother: 'Turn on what is there',
  checkIt: 'Check it',
  checkMicrophone: 'Check your microphone',

  // The page that checks it
  checkWhy: 'See how loud you are, and hear yourself as the others will.',
  checkStart: 'Start the check',
  checkStartHelp: 'The browser may ask once: choose “Allow”.',
  checkPrivacy:
    'What you say here stays in this tab: it is sent to nobody and kept nowhere. In a Space, Perch measures how loud your microphone is on this device only, also while you are muted, to tell you when you talk unheard.',
  checkOpening: 'Opening the microphone…',
  yourLevel: 'How loud you are',
  level_none: 'Nothing to hear. Say something.',
  level_quiet: 'Quiet. Come a little closer.',
  level_good: 'Good. The others will hear you well.',
  level_loud: 'Very loud. Move back a little.',
  recordAndHear: 'Record 3 s and hear it',
  recordAgain: 'Record again',
  recordingNow: 'Recording: say something…',
  playingBack: 'This is how you sound…',
  heardWell: 'Was that you, loud and clear? Then you are ready to speak.',
  heardNothing: 'There was nothing to hear. Choose another microphone, or look for a switch at this one.',
  notRecorded: 'This could not be recorded. Try again.',

  // What blocks it, and how to undo that
  microphoneOffInSystem: 'The system keeps the microphone from your browser',
  stepEdgeSettings:
    'No icon there? Open the settings of Edge, search for “microphone”, and take Perch off the blocked ones.',
  stepChromeSettings:
    'No icon there? Open the browser’s settings, search for “microphone”, and take Perch off the blocked ones.',
  stepFirefox: 'Click the crossed-out microphone at the left of the address bar, and remove the block.',
  stepFirefoxWindow:
    'Choose “Try again”. If Firefox has kept the block, a tab opens in which you can remove it.',
  stepMac: 'Open System Settings, “Privacy & Security”, “Microphone”, and switch your browser on.',
  stepWindows: 'Open Settings, “Privacy & security”, “Microphone”, and let desktop apps use it.',
  stepOtherSystem: 'Open the system’s privacy or sound settings, and let your browser use the microphone.',
  stepRestart: 'If that changes nothing, close the browser and open it again.',
  stepPlugIn: 'Plug one in, or connect your headset. This page notices it by itself.',
  stepInput: 'If one is there, see in the system’s sound settings whether it is switched off as an input.',
  stepOtherProgram: 'Close what takes calls or records, like Zoom, Teams or OBS.',
  stepReplug: 'If that changes nothing, unplug it and plug it in again.',

  // The window of whoever speaks, in Firefox
  stageRemember: 'Leave its box ticked, and Firefox will not ask again.',
  stageWindowHelp: 'Close this window to let go of the microphone. You go on listening.',
  stageWindowOver: 'You are off the stage. You can close this window and go on listening.',
} as const;
