import type { peopleFirst as source } from '../en/people-first.ts';
import type { Translated } from '../words.ts';

export const peopleFirst: Translated<typeof source> = {
  why_hosts: 'Du folgst {name} · hostet gerade',
  why_speaks: 'Du folgst {name} · spricht gerade',
  why_seen: '{name} aus deiner Timeline spricht',

  spokenLanguage: 'Gesprochene Sprache',
  speak_followed: 'Leute, denen ich folge',
  speakHelp_followed: 'Wer von ihnen fragt, kommt sofort auf die Bühne. Alle anderen warten auf dich.',
  speakFollowedUnknown:
    'Perch weiß noch nicht, wem du folgst. Melde dich an oder nenne ein Konto in den Einstellungen.',
  speakFollowedTold: {
    one: 'Dafür sendet Perch dem Server einen unkenntlich gemachten Code der {n} Person, der du folgst, für diesen Space neu gesalzen. Er enthält keinen Namen, aber der Server kann erkennen, ob jemand gemeint ist, den er kennt. Er wird gelöscht, wenn der Space endet.',
    other:
      'Dafür sendet Perch dem Server unkenntlich gemachte Codes der {n} Personen, denen du folgst, für diesen Space neu gesalzen. Sie enthalten keine Namen, aber der Server kann erkennen, ob jemand dabei ist, den er kennt. Sie werden gelöscht, wenn der Space endet.',
  },
  requestHelpFollowed:
    'Folgt dir der Host, kommst du sofort auf die Bühne, mit ausgeschaltetem Mikrofon, und alle sehen deinen Namen. Sonst sehen die Hosts, wer du bist und was du schreibst.',

  followsTitle: 'Leute, denen du folgst',
  followsHelp:
    'Ihre Spaces stehen in deiner Liste oben. Perch liest im Netzwerk selbst, wem du folgst, und behält es auf diesem Gerät. Kein Perch-Server erfährt es, außer du hostest einen Space, in dem die Leute sprechen dürfen, denen du folgst.',
  followsNone: 'Perch weiß noch nicht, wem du folgst. Melde dich an oder nenne hier dein Konto.',
  followsCount: { one: '{n} Person', other: '{n} Personen' },
  followsRead: 'gelesen {when}',
  followsNow: 'gerade eben',
  followsReading: 'Liest…',
  followsNew: 'Noch nicht gelesen.',
  followsNeedsLeave:
    'Sein Server verrät das nur mit deiner Erlaubnis. Gib sie im Perch-Fenster, unter deinem Konto.',
  followsHidden: 'Dieses Konto zeigt nicht, wem es folgt.',
  followsOff: 'Perch liest hier nicht, wem du folgst.',
  followsFailed: '{why} Was bekannt war, bleibt.',
  followsUnreachable: 'Sein Server antwortet nicht.',
  followsNotFound: 'Dieses Konto gibt es nicht.',
  followsTooOften: 'Sein Server braucht eine kleine Pause.',
  followsBadName:
    'Schreib einen Namen wie ana.bsky.social (Bluesky) oder einen vollen wie @ana@mastodon.social (Mastodon).',
  readAgain: 'Neu lesen',
  readAgainOf: 'Neu lesen, wem {handle} folgt',
  removeFollows: '{handle} entfernen',
  followsName: 'Bluesky-Handle oder voller Mastodon-Name',
  addFollows: 'Hinzufügen',
};
