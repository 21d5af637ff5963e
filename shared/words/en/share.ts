/** Telling others of a Space, and the page of a Space, where people listen and speak without the extension. */
export const share = {
  // Telling others
  share: 'Share',
  shareTitle: 'Tell others',
  shareHelp: 'You see each post before it is sent.',
  shareOn: 'Share on {network}',
  announceListening: 'Listening to “{title}” live',
  announceHosting: 'I am hosting “{title}” live',
  mastodonServer: 'Your Mastodon server',
  mastodonHint: 'mastodon.social',
  mastodonWrong: 'Write it like mastodon.social.',
  mastodonGo: 'Continue',
  mastodonChange: 'Change your Mastodon server',
  copyLink: 'Copy link',
  linkCopied: 'Copied',
  copyByHand: 'Copy it by hand:',

  // The page of a Space
  lookingForSpace: 'Looking for the Space',
  noLongerThere: 'Ask whoever sent you the link for a new one.',
  hearingGoesOn: 'What you hear goes on.',
  soundHeldBack: 'Your browser holds the sound back',
  soundHeldBackHelp: 'You are in. One tap lets you hear it.',
  turnSoundOn: 'Turn the sound on',
  listenWhileBrowsing: 'Keep listening while you browse',
  listenWhileBrowsingHelp:
    'With Perch in your browser the Space goes on while you read your timeline, and you see who is live there.',
  havePerch: 'Have Perch already? Click its icon in the toolbar.',
  getExtension: 'Get the extension',
  openInNewTab: 'Open in a new tab',
} as const;
