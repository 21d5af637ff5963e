import type { welcome as source } from '../en/welcome.ts';
import type { Translated } from '../words.ts';

export const welcome: Translated<typeof source> = {
  welcomeTitle: 'Te damos la bienvenida a Perch',
  welcomeLead: 'Conversaciones en vivo, justo encima de la cronología que ya lees.',
  steps: 'Pasos',
  stepOf: 'Paso {at} de {all}',
  stepDone: '{step}, hecho',
  skipStep: 'Omitir',
  nextStep: 'Siguiente',
  stepBack: 'Atrás',

  stepPin: 'Fijar Perch',
  pinTitle: 'Ten Perch a la vista',
  pinHelp:
    'Haz clic en la pieza de puzle de la barra de herramientas y luego en el pin junto a Perch. Un clic allí te lleva a un Space.',
  pinDone: 'Perch está en tu barra de herramientas.',
  pinnedIt: 'Ya está fijado',

  stepServer: 'Tu servidor',
  serverTitle: 'Elige tu servidor',
  serverWhat:
    'En un servidor viven los Spaces. Cualquiera puede tener uno. Si te dieron una dirección, ponla aquí; si no, deja esta.',
  serverDone: 'Este servidor responde. Desde ahora ves sus Spaces.',

  stepSound: 'Sonido',
  soundTitle: 'Comprueba que oyes',
  soundHelp: 'Perch toca tres notas suaves. Tu micrófono sigue apagado.',
  playSound: 'Tocar el sonido',
  playAgain: 'Tocarlo otra vez',
  playingSound: 'Sonando…',
  didYouHear: '¿Lo oíste?',
  iHeardIt: 'Sí',
  iHeardNothing: 'No',
  soundDone: 'Bien. Así te llegan los Spaces.',
  soundHints:
    'Sube el volumen de tu equipo, mira si esta pestaña está silenciada o elige otros altavoces. Luego tócalo otra vez.',
  soundFailed: 'El navegador no pudo tocarlo: {why}',
  speakersUnnamed:
    'Perch suena donde suena tu navegador. El navegador nombra tus altavoces cuando Perch puede usar el micrófono, y eso lo pide cuando quieres hablar.',

  stepSites: 'Sitios',
  sitesTitle: 'Dónde lees',
  sitesWhat:
    'En estos sitios Perch muestra quién está en vivo. Desactiva los que no quieras o añade tu propio servidor. No envía a ningún sitio nada de la página.',

  allSetTitle: 'Todo listo',
  allSetHelp:
    'Cuando alguien empiece en vivo, lo verás encima de tu cronología y en la barra de herramientas.',
  seeWhatIsLive: 'Ver qué hay en vivo',
  popupByHand: 'Haz clic en el icono de Perch en la barra de herramientas.',
  moreSettings: 'Todos los ajustes',
};
