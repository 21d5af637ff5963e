import type { welcome as source } from '../en/welcome.ts';
import type { Translated } from '../words.ts';

export const welcome: Translated<typeof source> = {
  welcomeTitle: 'Bienvenue dans Perch',
  welcomeLead: 'Des conversations en direct, juste au-dessus du fil que vous lisez déjà.',
  steps: 'Étapes',
  stepOf: 'Étape {at} sur {all}',
  stepDone: '{step}, fait',
  skipStep: 'Passer',
  nextStep: 'Suivant',
  stepBack: 'Retour',

  stepPin: 'Épingler Perch',
  pinTitle: 'Gardez Perch sous les yeux',
  pinHelp:
    'Cliquez sur la pièce de puzzle dans la barre d’outils du navigateur, puis sur l’épingle à côté de Perch. Un clic là-haut vous fait entrer dans un Space.',
  pinDone: 'Perch est dans votre barre d’outils.',
  pinnedIt: 'C’est épinglé',

  stepServer: 'Votre serveur',
  serverTitle: 'Choisissez votre serveur',
  serverWhat:
    'Un serveur est l’endroit où vivent les Spaces. Chacun peut en tenir un. Si l’on vous a donné une adresse, mettez-la ici ; sinon, gardez celle-ci.',
  serverDone: 'Ce serveur répond. Vous voyez désormais ses Spaces.',

  stepSound: 'Son',
  soundTitle: 'Écoutez si vous entendez',
  soundHelp: 'Perch joue trois notes douces. Votre micro reste coupé.',
  playSound: 'Jouer le son',
  playAgain: 'Le rejouer',
  playingSound: 'Lecture…',
  didYouHear: 'L’avez-vous entendu ?',
  iHeardIt: 'Oui',
  iHeardNothing: 'Non',
  soundDone: 'Bien. C’est ainsi que les Spaces vous parviennent.',
  soundHints:
    'Montez le volume de votre ordinateur, regardez si cet onglet est muet, ou choisissez d’autres haut-parleurs. Puis rejouez-le.',
  soundFailed: 'Le navigateur n’a pas pu le jouer : {why}',
  speakersUnnamed:
    'Perch joue là où joue votre navigateur. Il nomme vos haut-parleurs dès que Perch peut utiliser le micro, ce qu’il demande quand vous voulez parler.',

  stepSites: 'Sites',
  sitesTitle: 'Là où vous lisez',
  sitesWhat:
    'Sur ces sites, Perch montre qui est en direct. Désactivez-le où vous n’en voulez pas, ou ajoutez votre propre serveur. Rien de la page ne part nulle part.',

  allSetTitle: 'Tout est prêt',
  allSetHelp:
    'Quand quelqu’un est en direct, vous le voyez au-dessus de votre fil et dans la barre d’outils.',
  seeWhatIsLive: 'Voir qui est en direct',
  popupByHand: 'Cliquez sur l’icône de Perch dans la barre d’outils.',
  moreSettings: 'Tous les réglages',
};
