/** Servers beside the home server, and the Space that a page is about. */
export const servers = {
  // In the popup
  onThisPage: 'On this page',
  lookingAtPage: 'Looking for the Space…',
  withOnStage: 'With {names} on stage',
  pageServerSilent: 'Your own list works as before. Try again in a moment.',
  addServerQuestion: 'Add {host}?',
  addServerHelp:
    'Perch will talk to this server to show you its Spaces and to join them. Like any website, it sees your network address, and it knows you as a guest. You can remove it in the settings.',
  addAndListen: 'Add and listen',
  adding: 'Adding…',

  // In the settings
  servers: 'Servers',
  otherServers: 'Other servers',
  otherServersHelp:
    'Perch reads and joins Spaces there when you meet a link to one. Removing a server leaves the Space you are in there.',
  noOtherServers:
    'None so far. Open the page of a Space, then click Perch in the toolbar: it offers to add its server.',
  remove: 'Remove',
  removeServer: 'Remove {host}',
} as const;
