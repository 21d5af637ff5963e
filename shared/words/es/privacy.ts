import type { privacy as source } from '../en/privacy.ts';
import type { Translated } from '../words.ts';

export const privacy: Translated<typeof source> = {
  title: 'Privacidad',
  lead: 'Lo que este servidor guarda sobre ti y durante cuánto tiempo. Perch no muestra anuncios, no pone cookies y no tiene rastreadores.',
  keptFor: 'Se guarda como máximo: {time}',
  keptUnused: 'Se guarda hasta quedar sin uso durante: {time}',
  keptNot: 'No se guarda',
  keptAccount: 'Se guarda hasta que borres tu cuenta',
  looking: 'Cuando solo miras',
  address: 'Tu dirección de red',
  addressHelp:
    'Sirve para contar en memoria tus peticiones, para que nadie inunde el servidor, y tus conexiones mientras están abiertas. No se escribe en ningún sitio.',
  log: 'El registro del servidor',
  logHelp:
    'Qué páginas se pidieron, cuándo y qué falló; las cuentas solo por su identificador, y sin direcciones. Lo que hay delante del servidor, como un proxy, puede tener su propio registro.',
  logKept: 'Se guarda tanto como decida quien lleva el servidor',
  account: 'Tu cuenta',
  name: 'Tu nombre',
  nameHelp:
    'La primera vez que te unes a un Space o inicias uno se crea una cuenta: eres invitado, con el nombre que des o “Guest” y un número. Un invitado con todos sus dispositivos desconectados ya no puede borrarla.',
  networks: 'Tus cuentas de Mastodon, Bluesky o X',
  networksHelp:
    'Si inicias sesión con una: su alias, nombre e identificador, una copia de su foto y cuándo demostraste que es tuya. Nunca una contraseña, y lo que nos permitió el inicio de sesión se devuelve enseguida.',
  networksKept: 'Se guarda hasta que las quites aquí',
  leave: 'El permiso para mostrar en Bluesky que estás en directo',
  leaveHelp: 'Solo si lo das; sellado.',
  leaveKept: 'Se guarda hasta que lo retires',
  signIn: 'Un inicio de sesión en curso',
  signInHelp: 'Lo que te trae de vuelta de tu red, sellado.',
  devices: 'Dónde has iniciado sesión',
  devicesHelp:
    'El tipo de navegador y sistema, cuándo llegó y cuándo se usó por última vez, con precisión de una hora. De su clave, solo un hash.',
  spaces: 'En los Spaces',
  sound: 'Lo que se dice',
  soundHelp: 'El sonido pasa por el servidor de medios hasta quienes escuchan. No se graba nada.',
  hosted: 'Los Spaces que organizas',
  hostedHelp: 'El título, el idioma, los ajustes y cuándo empezó y terminó.',
  joined: 'Los Spaces a los que te unes',
  joinedHelp:
    'Con qué nombre y en qué papel, cuándo llegaste y te fuiste, y lo que escribiste al pedir la palabra. A los oyentes anónimos no se les nombra ante nadie, pero el servidor los conoce.',
  follows: 'A quién sigues',
  followsHelp: 'Solo si dejas hablar en tu Space a la gente que sigues: códigos cifrados de esas personas.',
  followsKept: 'Se guarda hasta que termine el Space',
  ahead: 'Prepararse para escuchar',
  aheadHelp:
    'Cuando te detienes en un Space, tu navegador puede conectarse sin sonido. Queda solo en memoria y no se cuenta a nadie.',
  events: 'Los mensajes del servidor de medios',
  eventsHelp: 'Sus identificadores, para que ninguno se tome dos veces.',
  safety: 'Seguridad',
  blocks: 'A quién bloqueas o silencias',
  blocksKept: 'Se guarda hasta que lo deshagas o borres tu cuenta',
  reports: 'Denuncias',
  reportsHelp: 'Qué se denunció y quién lo hizo, con los nombres, papeles y alias de ese momento.',
  recordsKept: 'Se guarda sin límite, pero una cuenta borrada ya no se nombra ahí',
  trail: 'El registro de decisiones',
  trailHelp: 'Lo que decidieron anfitriones y quienes llevan el servidor: quién, sobre quién y cuándo.',
  gone: 'Lo que deja una cuenta borrada en los Spaces',
  goneHelp: 'Una marca sin nombre, para que quienes la encontraron allí sepan que ya no está.',
  known: 'Bloqueos, expulsiones y suspensiones de una cuenta borrada',
  knownHelp: 'Cada cuenta de red como un hash, para que una cuenta nueva no sirva para eludirlos.',
  knownKept: 'Se guarda mientras sigan vigentes',
  browser: 'En tu navegador',
  extension: 'Lo que Perch guarda ahí',
  extensionHelp:
    'Tus ajustes, la clave de tu cuenta, a quién sigues y los últimos {n} Spaces en los que estuviste.',
  extensionKept: 'Se guarda hasta que lo borres o quites Perch',
  timelines: 'Lo que lee en las cronologías',
  timelinesHelp:
    'Los nombres de autores y los enlaces a Spaces, comparados en tu dispositivo. Solo se consulta un enlace a un Space, en su servidor si lo has añadido, y a un servidor de Mastodon se le pregunta, sin tu sesión, por su dominio.',
  yours: 'Lo que puedes hacer',
  yoursHelp:
    'Tu cuenta, en la extensión o en la página de un Space, muestra tus dispositivos y redes; ahí puedes cerrar sesión en ellos, quitarlos o borrarlo todo de una vez.',
  contact: 'Si tienes preguntas, dirígete a quien lleva este servidor:',
};
