import type { share as source } from '../en/share.ts';
import type { Translated } from '../words.ts';

export const share: Translated<typeof source> = {
  share: 'Compartir',
  shareTitle: 'Cuéntalo',
  shareHelp: 'Ves cada publicación antes de que se envíe.',
  shareOn: 'Compartir en {network}',
  announceListening: 'Escuchando “{title}” en vivo',
  announceHosting: 'Estoy en vivo con “{title}”',
  mastodonServer: 'Tu servidor de Mastodon',
  mastodonHint: 'mastodon.social',
  mastodonWrong: 'Escríbelo como mastodon.social.',
  mastodonGo: 'Continuar',
  mastodonChange: 'Cambiar tu servidor de Mastodon',
  copyLink: 'Copiar enlace',
  linkCopied: 'Copiado',
  copyByHand: 'Cópialo a mano:',

  lookingForSpace: 'Buscando el Space',
  noLongerThere: 'Pide un enlace nuevo a quien te lo envió.',
  hearingGoesOn: 'Lo que escuchas sigue.',
  soundHeldBack: 'Tu navegador retiene el sonido',
  soundHeldBackHelp: 'Ya estás dentro. Un toque y lo oyes.',
  turnSoundOn: 'Activar el sonido',
  listenWhileBrowsing: 'Sigue escuchando mientras navegas',
  listenWhileBrowsingHelp:
    'Con Perch en tu navegador, el Space sigue mientras lees tu cronología, y allí ves quién está en vivo.',
  havePerch: '¿Ya tienes Perch? Haz clic en su icono en la barra de herramientas.',
  getExtension: 'Obtener la extensión',
  openInNewTab: 'Abrir en otra pestaña',
};
