import type { sites as source } from '../en/sites.ts';
import type { Translated } from '../words.ts';

export const sites: Translated<typeof source> = {
  showSpacesOn: 'Spaces auf {host} zeigen',
  showSpacesOnHelp:
    'Perch zeigt Live-Spaces dann dort über deiner Timeline. Die Namen über den Beiträgen liest es nur auf deinem Gerät.',
  spacesShownOn: 'Perch läuft jetzt auf {host}. Ist jemand live, siehst du es dort über deiner Timeline.',
  siteRefused: 'Nichts hat sich geändert. Du kannst es jederzeit noch einmal versuchen.',
  siteIsOff: 'Perch ist auf {host} ausgeschaltet.',
  barHiddenOn: 'Die Leiste ist auf {host} ausgeblendet.',
  barHiddenToday: 'Die Leiste ist bis morgen ausgeblendet.',
  showBarOn: 'Leiste auf {host} wieder zeigen',
  showItNow: 'Jetzt zeigen',
  barIsBack: 'Die Leiste ist wieder da, sobald jemand live ist.',

  bar: 'Leiste',
  barAlways: 'Leiste auch zeigen, wenn nichts live ist',
  barAlwaysHelp: 'Sonst kommt sie, wenn jemand live geht, und geht mit dem letzten Space.',
  sites: 'Websites',
  sitesHelp: 'Wo Perch zeigt, wer live ist. Die Namen über den Beiträgen liest es nur auf deinem Gerät.',
  sitesRefused: 'Dein Browser hält Perch von {hosts} fern, darum erscheinen dort keine Spaces.',
  alsoOn: 'Und {hosts}',
  barHiddenHere: 'Die Leiste ist hier ausgeblendet',
  showItAgain: 'Wieder zeigen',
  addedByYou: 'Von dir hinzugefügt',
  removeIt: 'Entfernen',
  removeSite: '{host} entfernen',
  addSiteHelp:
    'Für jeden anderen Server mit Mastodon, Elk oder Phanpy öffne seine Seite und klick in der Symbolleiste auf Perch: Es bietet an, dort Spaces zu zeigen.',

  health: 'Zustand der Adapter',
  healthHelp:
    'Wird eine Website umgebaut, kann sie ihre Leiste oder ihre Ringe verlieren. Hier wird gezählt, was Perch in der zuletzt benutzten Timeline findet, und sonst nichts gelesen.',
  checkTimeline: 'Offene Timeline prüfen',
  noTimeline: 'Keine Timeline ist offen. Öffne eine in einem anderen Tab und prüf dann noch einmal.',
  foundOn: 'Gefunden auf {site}',
  countFound: { one: '{n} gefunden', other: '{n} gefunden' },
  noneFound: 'keine gefunden',
  healthNote: 'Keine heißt nicht immer Fehler: Manche Teile sind nur ab und zu da.',
  copyReport: 'Kopieren',
  copyReportHelp:
    'Für eine Fehlermeldung. Kopiert werden nur diese Zeilen: keine Adresse, keine Namen, keine Wörter der Seite.',
  reportVersions: 'Perch {perch}, {browser}',
  reportCopied: 'Kopiert.',
  copyFailed: 'Der Browser lässt Perch nicht kopieren. Markier die Zeilen und kopier sie von Hand.',
};
