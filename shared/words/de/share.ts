import type { share as source } from '../en/share.ts';
import type { Translated } from '../words.ts';

export const share: Translated<typeof source> = {
  share: 'Teilen',
  shareTitle: 'Weitersagen',
  shareHelp: 'Du siehst jeden Beitrag, bevor er gesendet wird.',
  shareOn: 'Auf {network} teilen',
  announceListening: 'Ich höre live „{title}“',
  announceHosting: 'Ich hoste live „{title}“',
  mastodonServer: 'Dein Mastodon-Server',
  mastodonHint: 'mastodon.social',
  mastodonWrong: 'Schreib ihn wie mastodon.social.',
  mastodonGo: 'Weiter',
  mastodonChange: 'Mastodon-Server ändern',
  copyLink: 'Link kopieren',
  linkCopied: 'Kopiert',
  copyByHand: 'Kopier ihn von Hand:',

  lookingForSpace: 'Sucht den Space',
  noLongerThere: 'Bitte die Person, die dir den Link geschickt hat, um einen neuen.',
  hearingGoesOn: 'Was du hörst, läuft weiter.',
  soundHeldBack: 'Dein Browser hält den Ton zurück',
  soundHeldBackHelp: 'Du bist drin. Ein Tipp, und du hörst zu.',
  turnSoundOn: 'Ton einschalten',
  listenWhileBrowsing: 'Hör weiter, während du surfst',
  listenWhileBrowsingHelp:
    'Mit Perch im Browser läuft der Space weiter, während du deine Timeline liest, und du siehst dort, wer live ist.',
  havePerch: 'Hast du Perch schon? Klick auf sein Symbol in der Symbolleiste.',
  getExtension: 'Erweiterung holen',
  openInNewTab: 'In neuem Tab öffnen',
};
