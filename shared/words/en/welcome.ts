/** The page after installing. */
export const welcome = {
  welcomeTitle: 'Welcome to Perch',
  welcomeLead: 'Live conversations, right above the timeline you already read.',
  steps: 'Steps',
  stepOf: 'Step {at} of {all}',
  stepDone: '{step}, done',
  skipStep: 'Skip',
  nextStep: 'Next',
  stepBack: 'Back',

  stepPin: 'Pin Perch',
  pinTitle: 'Keep Perch in sight',
  pinHelp:
    'Click the puzzle piece in your browser’s toolbar, then the pin beside Perch. One click there joins a Space.',
  pinDone: 'Perch is in your toolbar.',
  pinnedIt: 'I have pinned it',

  stepServer: 'Your server',
  serverTitle: 'Pick your server',
  serverWhat:
    'A server is where Spaces live. Anybody can run one. If somebody gave you an address, put it here; otherwise keep this one.',
  serverDone: 'This server answers. You see its Spaces from now on.',

  stepSound: 'Sound',
  soundTitle: 'Hear whether you hear',
  soundHelp: 'Perch plays three soft notes. Your microphone stays off.',
  playSound: 'Play the sound',
  playAgain: 'Play it again',
  playingSound: 'Playing…',
  didYouHear: 'Did you hear it?',
  iHeardIt: 'Yes',
  iHeardNothing: 'No',
  soundDone: 'Good. That is how Spaces reach you.',
  soundHints:
    'Turn up the volume of your computer, look whether this tab is muted, or choose other speakers. Then play it again.',
  soundFailed: 'The browser could not play it: {why}',
  speakersUnnamed:
    'Perch plays where your browser plays. The browser names your speakers once Perch may use the microphone, which it asks for when you want to speak.',

  stepSites: 'Sites',
  sitesTitle: 'Where you read',
  sitesWhat:
    'On these sites Perch shows who is live. Switch off where you want none, or add your own server. It sends nothing of the page anywhere.',

  allSetTitle: 'You are set',
  allSetHelp: 'When somebody goes live, you see it above your timeline and in the toolbar.',
  seeWhatIsLive: 'See what is live',
  popupByHand: 'Click the Perch icon in the toolbar.',
  moreSettings: 'All settings',
} as const;
