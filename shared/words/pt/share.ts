import type { share as source } from '../en/share.ts';
import type { Translated } from '../words.ts';

export const share: Translated<typeof source> = {
  share: 'Compartilhar',
  shareTitle: 'Conte por aí',
  shareHelp: 'Você vê cada publicação antes do envio.',
  shareOn: 'Compartilhar em {network}',
  announceListening: 'Ouvindo “{title}” ao vivo',
  announceHosting: 'Estou ao vivo com “{title}”',
  mastodonServer: 'Seu servidor Mastodon',
  mastodonHint: 'mastodon.social',
  mastodonWrong: 'Escreva como mastodon.social.',
  mastodonGo: 'Continuar',
  mastodonChange: 'Mudar seu servidor Mastodon',
  copyLink: 'Copiar link',
  linkCopied: 'Copiado',
  copyByHand: 'Copie à mão:',

  lookingForSpace: 'Procurando o Space',
  noLongerThere: 'Peça um link novo a quem o enviou.',
  hearingGoesOn: 'O que você ouve continua.',
  soundHeldBack: 'Seu navegador está segurando o som',
  soundHeldBackHelp: 'Você já entrou. Um toque e você ouve.',
  turnSoundOn: 'Ligar o som',
  listenWhileBrowsing: 'Continue ouvindo enquanto navega',
  listenWhileBrowsingHelp:
    'Com o Perch no navegador, o Space continua enquanto você lê sua linha do tempo, e lá você vê quem está ao vivo.',
  havePerch: 'Já tem o Perch? Clique no ícone dele na barra de ferramentas.',
  getExtension: 'Obter a extensão',
  openInNewTab: 'Abrir em nova aba',
};
