import type { peopleFirst as source } from '../en/people-first.ts';
import type { Translated } from '../words.ts';

/** Les personnes que l’on suit. */
export const peopleFirst: Translated<typeof source> = {
  why_hosts: '{name}, que vous suivez, anime',
  why_speaks: '{name}, que vous suivez, parle',
  why_seen: '{name}, de votre fil, parle',

  spokenLanguage: 'Langue parlée',
  speak_followed: 'Les personnes que je suis',
  speakHelp_followed: 'Si elles le demandent, elles montent aussitôt sur scène. Les autres vous attendent.',
  speakFollowedUnknown:
    'Perch ne sait pas encore qui vous suivez. Connectez-vous, ou indiquez un compte dans les réglages.',
  speakFollowedTold: {
    one: 'Pour cela, Perch envoie au serveur un code brouillé de la personne que vous suivez ({n}), avec un sel propre à ce Space. Il ne contient aucun nom, mais le serveur peut vérifier s’il s’agit de quelqu’un qu’il connaît. Il est effacé à la fin du Space.',
    other:
      'Pour cela, Perch envoie au serveur des codes brouillés des {n} personnes que vous suivez, avec un sel propre à ce Space. Ils ne contiennent aucun nom, mais le serveur peut vérifier si quelqu’un qu’il connaît en fait partie. Ils sont effacés à la fin du Space.',
  },
  requestHelpFollowed:
    'Si l’hôte vous suit, vous montez aussitôt sur scène, micro coupé, et tout le monde voit votre nom. Sinon, les hôtes voient qui vous êtes et ce que vous écrivez.',

  followsTitle: 'Personnes que vous suivez',
  followsHelp:
    'Leurs Spaces viennent en premier dans votre liste. Perch lit sur le réseau lui-même qui vous suivez et le garde sur cet appareil. Aucun serveur Perch n’en sait rien, sauf si vous ouvrez un Space où peuvent parler les personnes que vous suivez.',
  followsNone:
    'Perch ne connaît encore personne que vous suivez. Connectez-vous, ou indiquez votre compte ici.',
  followsCount: { one: '{n} personne', other: '{n} personnes' },
  followsRead: 'lu {when}',
  followsNow: 'à l’instant',
  followsReading: 'Lecture…',
  followsNew: 'Pas encore lu.',
  followsNeedsLeave:
    'Son serveur ne le dit qu’avec votre accord. Donnez-le dans la fenêtre de Perch, sous votre compte.',
  followsHidden: 'Ce compte ne montre pas qui il suit.',
  followsOff: 'Perch ne lit pas qui vous suivez ici.',
  followsFailed: '{why} Ce qui était connu reste.',
  followsUnreachable: 'Son serveur ne répond pas.',
  followsNotFound: 'Ce compte n’existe pas.',
  followsTooOften: 'Son serveur demande un peu de répit.',
  followsBadName:
    'Écrivez un identifiant Bluesky comme ana.bsky.social, ou un nom Mastodon complet comme @ana@mastodon.social.',
  readAgain: 'Relire',
  readAgainOf: 'Relire les abonnements de {handle}',
  removeFollows: 'Retirer {handle}',
  followsName: 'Identifiant Bluesky ou nom Mastodon complet',
  addFollows: 'Ajouter',
};
