import type { welcome as source } from '../en/welcome.ts';
import type { Translated } from '../words.ts';

export const welcome: Translated<typeof source> = {
  welcomeTitle: 'Willkommen bei Perch',
  welcomeLead: 'Live-Gespräche, direkt über der Timeline, die du ohnehin liest.',
  steps: 'Schritte',
  stepOf: 'Schritt {at} von {all}',
  stepDone: '{step}, erledigt',
  skipStep: 'Überspringen',
  nextStep: 'Weiter',
  stepBack: 'Zurück',

  stepPin: 'Perch anpinnen',
  pinTitle: 'Behalt Perch im Blick',
  pinHelp:
    'Klick in der Symbolleiste auf das Puzzleteil, dann auf die Nadel neben Perch. Ein Klick dort bringt dich in einen Space.',
  pinDone: 'Perch ist in deiner Symbolleiste.',
  pinnedIt: 'Ist angepinnt',

  stepServer: 'Dein Server',
  serverTitle: 'Wähl deinen Server',
  serverWhat:
    'Auf einem Server sind Spaces zu Hause. Betreiben kann ihn, wer will. Hat dir jemand eine Adresse gegeben, trag sie hier ein; sonst behalt diese.',
  serverDone: 'Dieser Server antwortet. Ab jetzt siehst du seine Spaces.',

  stepSound: 'Ton',
  soundTitle: 'Hör, ob du hörst',
  soundHelp: 'Perch spielt drei leise Töne. Dein Mikrofon bleibt aus.',
  playSound: 'Ton abspielen',
  playAgain: 'Noch einmal abspielen',
  playingSound: 'Spielt…',
  didYouHear: 'Hast du es gehört?',
  iHeardIt: 'Ja',
  iHeardNothing: 'Nein',
  soundDone: 'Gut. So kommen Spaces bei dir an.',
  soundHints:
    'Dreh deinen Computer lauter, sieh nach, ob dieser Tab stumm ist, oder wähle andere Lautsprecher. Dann spiel es noch einmal ab.',
  soundFailed: 'Der Browser konnte es nicht abspielen: {why}',
  speakersUnnamed:
    'Perch spielt, wo dein Browser spielt. Der Browser nennt deine Lautsprecher, sobald Perch das Mikrofon nutzen darf; darum bittet es, wenn du sprechen willst.',

  stepSites: 'Websites',
  sitesTitle: 'Wo du liest',
  sitesWhat:
    'Auf diesen Websites zeigt Perch, wer live ist. Schalte ab, wo du nichts sehen willst, oder füg deinen eigenen Server hinzu. Nichts von der Seite wird irgendwohin gesendet.',

  allSetTitle: 'Alles bereit',
  allSetHelp: 'Geht jemand live, siehst du es über deiner Timeline und in der Symbolleiste.',
  seeWhatIsLive: 'Sehen, was live ist',
  popupByHand: 'Klick auf das Perch-Symbol in der Symbolleiste.',
  moreSettings: 'Alle Einstellungen',
};
