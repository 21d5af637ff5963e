/** Where Perch works, and what keeps the bar away. */
export const sites = {
  // In the popup
  showSpacesOn: 'Show Spaces on {host}',
  showSpacesOnHelp:
    'Perch then puts live Spaces above your timeline there. It reads author names of posts on your device only.',
  spacesShownOn: 'Perch now works on {host}. When somebody is live, you see it above your timeline there.',
  siteRefused: 'Nothing was changed. You can try again whenever you like.',
  siteIsOff: 'Perch is switched off on {host}.',
  barHiddenOn: 'The bar is hidden on {host}.',
  barHiddenToday: 'The bar is hidden until tomorrow.',
  showBarOn: 'Show the bar on {host} again',
  showItNow: 'Show it now',
  barIsBack: 'The bar is back, whenever somebody is live.',

  // In the settings: the bar and the sites
  bar: 'Bar',
  barAlways: 'Show the bar also when nothing is live',
  barAlwaysHelp: 'Otherwise it comes when somebody goes live and leaves with the last Space.',
  sites: 'Sites',
  sitesHelp: 'Where Perch shows who is live. It reads author names of posts on your device only.',
  sitesRefused: 'Your browser keeps Perch out of {hosts}, so no Spaces are shown there.',
  alsoOn: 'And {hosts}',
  barHiddenHere: 'The bar is hidden here',
  showItAgain: 'Show',
  addedByYou: 'Added by you',
  removeIt: 'Remove',
  removeSite: 'Remove {host}',
  addSiteHelp:
    'For any other server with Mastodon, Elk or Phanpy, open its page, then click Perch in the toolbar: it offers to show Spaces there.',

  // In the settings: the adapters
  health: 'Adapter health',
  healthHelp:
    'A site that was rebuilt may lose its bar or its rings. This counts what Perch finds in the timeline you used last, and reads nothing else there.',
  checkTimeline: 'Check the open timeline',
  noTimeline: 'No timeline is open. Open one in another tab, then check again.',
  foundOn: 'Found on {site}',
  countFound: { one: '{n} found', other: '{n} found' },
  noneFound: 'none found',
  healthNote: 'None is not always a fault: some parts are there only now and then.',
  copyReport: 'Copy',
  copyReportHelp:
    'For a bug report. What is copied is these lines alone: no address, no names, no words of the page.',
  reportVersions: 'Perch {perch}, {browser}',
  reportCopied: 'Copied.',
  copyFailed: 'The browser does not let Perch copy. Select the lines and copy them by hand.',
} as const;
