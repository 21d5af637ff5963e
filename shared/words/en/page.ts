/** The page of a Space, as the server writes it. What link previews show is taken from here in English, whoever asks. */
export const page = {
  share_by: 'Audio Space by {name}',
  share_description: 'Audio Space by {name}. Listen in your browser, without an account.',
  share_picture: '“{title}”, an audio Space by {name}',
  share_space: 'Audio Space',

  page_starting: 'Begins in a moment',
  page_needsScript: 'To listen, allow JavaScript for this page.',
  page_open: 'Open the Space',
  page_getExtension: 'Get Perch for your browser',
  page_getExtensionHelp: 'It shows who is live above the timeline you already read.',
  page_notFound: 'There is no Space here',
  page_notFoundHelp:
    'The link may be cut off, or belong to another server. Ask whoever sent it for a new one.',
  page_privacy: 'What this server keeps about you',
} as const;
