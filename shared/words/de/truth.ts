import type { truth as source } from '../en/truth.ts';
import type { Translated } from '../words.ts';

export const truth: Translated<typeof source> = {
  cuttingOut: { one: 'Aussetzer bei {names}', other: 'Aussetzer bei {names}' },
  youCutOut: 'Dein Ton setzt aus. Es können Wörter verloren gehen.',
  connectionIsWeak: 'Deine Verbindung ist schwach. Der Ton kann stocken.',

  oddity_system_muted: 'Das System hat dein Mikrofon stummgeschaltet',
  oddityHelp_system_muted: 'Niemand hört dich. Such nach einer Stummtaste oder sieh in die Toneinstellungen.',
  oddity_silent: 'Dein Mikrofon ist an, aber still',
  oddityHelp_silent: 'Niemand hört dich. Vielleicht hat es einen Schalter oder ist das falsche.',
  oddity_talking_while_muted: 'Du sprichst, aber dein Mikrofon ist aus',
  oddityHelp_talking_while_muted: 'Niemand hört dich, und nur du siehst das hier.',
  oddity_unplugged: 'Dein Mikrofon wurde getrennt',
  oddityHelp_unplugged:
    'Für die anderen bist du stumm, und du hörst weiter zu. Schließ es wieder an oder nimm ein anderes.',
  unmute: 'Einschalten',
  turnOnAnother: 'Vorhandenes einschalten',
  checkIt: 'Prüfen',
  checkMicrophone: 'Mikrofon prüfen',

  checkWhy: 'Sieh, wie laut du bist, und hör dich, wie die anderen dich hören werden.',
  checkStart: 'Prüfung starten',
  checkStartHelp: 'Der Browser fragt vielleicht einmal: Wähle „Zulassen“.',
  checkPrivacy:
    'Was du hier sagst, bleibt in diesem Tab: Es wird niemandem gesendet und nirgends aufbewahrt. In einem Space misst Perch nur auf diesem Gerät, wie laut dein Mikrofon ist, auch wenn es aus ist, um dir zu sagen, wenn du ungehört sprichst.',
  checkOpening: 'Das Mikrofon wird geöffnet…',
  yourLevel: 'Wie laut du bist',
  level_none: 'Nichts zu hören. Sag etwas.',
  level_quiet: 'Leise. Komm etwas näher.',
  level_good: 'Gut. Die anderen werden dich gut hören.',
  level_loud: 'Sehr laut. Geh etwas weiter weg.',
  recordAndHear: '3 s aufnehmen und hören',
  recordAgain: 'Neu aufnehmen',
  recordingNow: 'Nimmt auf: Sag etwas…',
  playingBack: 'So klingst du…',
  heardWell: 'Warst das du, laut und deutlich? Dann kannst du sprechen.',
  heardNothing: 'Es war nichts zu hören. Wähle ein anderes Mikrofon oder such an diesem nach einem Schalter.',
  notRecorded: 'Das ließ sich nicht aufnehmen. Versuch es noch einmal.',

  microphoneOffInSystem: 'Das System gibt deinem Browser das Mikrofon nicht',
  stepEdgeSettings:
    'Kein Symbol da? Öffne die Einstellungen von Edge, such nach „Mikrofon“ und nimm Perch aus den blockierten heraus.',
  stepChromeSettings:
    'Kein Symbol da? Öffne die Einstellungen des Browsers, such nach „Mikrofon“ und nimm Perch aus den blockierten heraus.',
  stepFirefox:
    'Klick auf das durchgestrichene Mikrofon links in der Adressleiste und heb die Blockierung auf.',
  stepFirefoxWindow:
    'Wähle „Noch einmal“. Hat Firefox sich die Blockierung gemerkt, öffnet sich ein Tab, in dem du sie aufheben kannst.',
  stepMac:
    'Öffne die Systemeinstellungen, „Datenschutz & Sicherheit“, „Mikrofon“, und schalte deinen Browser ein.',
  stepWindows:
    'Öffne die Einstellungen, „Datenschutz und Sicherheit“, „Mikrofon“, und erlaube es den Desktop-Apps.',
  stepOtherSystem:
    'Öffne die Datenschutz- oder Toneinstellungen des Systems und lass deinen Browser das Mikrofon nutzen.',
  stepRestart: 'Ändert das nichts, schließ den Browser und öffne ihn wieder.',
  stepPlugIn: 'Schließ eins an oder verbinde dein Headset. Diese Seite merkt es von selbst.',
  stepInput:
    'Ist eins da, sieh in den Toneinstellungen des Systems nach, ob es als Eingang ausgeschaltet ist.',
  stepOtherProgram: 'Schließ, was telefoniert oder aufnimmt, wie Zoom, Teams oder OBS.',
  stepReplug: 'Ändert das nichts, zieh es ab und steck es wieder an.',

  // The window of whoever speaks, in Firefox
  stageRemember: 'Lass das Häkchen stehen, dann fragt Firefox nicht wieder.',
  stageWindowHelp: 'Schließe dieses Fenster, um das Mikrofon abzugeben. Du hörst weiter zu.',
  stageWindowOver: 'Du bist nicht mehr auf der Bühne. Du kannst dieses Fenster schließen und weiter zuhören.',
};
