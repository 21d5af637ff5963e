import type { share as source } from '../en/share.ts';
import type { Translated } from '../words.ts';

export const share: Translated<typeof source> = {
  share: 'Partager',
  shareTitle: 'En parler',
  shareHelp: 'Vous voyez chaque message avant qu’il ne parte.',
  shareOn: 'Partager sur {network}',
  announceListening: 'J’écoute « {title} » en direct',
  announceHosting: 'J’anime « {title} » en direct',
  mastodonServer: 'Votre serveur Mastodon',
  mastodonHint: 'mastodon.social',
  mastodonWrong: 'Écrivez-le comme mastodon.social.',
  mastodonGo: 'Continuer',
  mastodonChange: 'Changer de serveur Mastodon',
  copyLink: 'Copier le lien',
  linkCopied: 'Copié',
  copyByHand: 'Copiez-le à la main :',

  lookingForSpace: 'Recherche du Space',
  noLongerThere: 'Demandez un nouveau lien à la personne qui vous l’a envoyé.',
  hearingGoesOn: 'Ce que vous écoutez continue.',
  soundHeldBack: 'Votre navigateur retient le son',
  soundHeldBackHelp: 'Vous y êtes. Un geste suffit pour entendre.',
  turnSoundOn: 'Activer le son',
  listenWhileBrowsing: 'Continuez d’écouter en naviguant',
  listenWhileBrowsingHelp:
    'Avec Perch dans votre navigateur, le Space continue pendant que vous lisez votre fil, et vous y voyez qui est en direct.',
  havePerch: 'Vous avez déjà Perch ? Cliquez sur son icône dans la barre d’outils.',
  getExtension: 'Obtenir l’extension',
  openInNewTab: 'Ouvrir dans un nouvel onglet',
};
