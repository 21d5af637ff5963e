import type { peopleFirst as source } from '../en/people-first.ts';
import type { Translated } from '../words.ts';

export const peopleFirst: Translated<typeof source> = {
  why_hosts: 'Con {name}, a quien sigues',
  why_speaks: 'Habla {name}, a quien sigues',
  why_seen: 'Habla {name}, de tu cronología',

  spokenLanguage: 'Idioma hablado',
  speak_followed: 'La gente que sigo',
  speakHelp_followed: 'Si lo piden, suben al instante al escenario. Los demás esperan tu respuesta.',
  speakFollowedUnknown: 'Perch aún no sabe a quién sigues. Inicia sesión o indica una cuenta en los ajustes.',
  speakFollowedTold: {
    one: 'Para esto, Perch envía al servidor un código ofuscado de la {n} persona que sigues, con una sal nueva para este Space. No contiene su nombre, pero el servidor puede saber si se trata de alguien que conoce. Se borra cuando termina el Space.',
    other:
      'Para esto, Perch envía al servidor códigos ofuscados de las {n} personas que sigues, con una sal nueva para este Space. No contienen nombres, pero el servidor puede saber si entre ellas hay alguien que conoce. Se borran cuando termina el Space.',
  },
  requestHelpFollowed:
    'Si el anfitrión te sigue, subes enseguida al escenario, con el micrófono apagado, y todo el mundo ve tu nombre. Si no, los anfitriones ven quién eres y lo que escribes.',

  followsTitle: 'Gente que sigues',
  followsHelp:
    'Sus Spaces aparecen primero en tu lista. Perch lee a quién sigues en la propia red y lo guarda en este dispositivo. Ningún servidor de Perch lo sabe, salvo si creas un Space donde puede hablar la gente que sigues.',
  followsNone: 'Perch aún no sabe a quién sigues. Inicia sesión o indica aquí tu cuenta.',
  followsCount: { one: '{n} persona', other: '{n} personas' },
  followsRead: 'leído {when}',
  followsNow: 'ahora mismo',
  followsReading: 'Leyendo…',
  followsNew: 'Aún sin leer.',
  followsNeedsLeave: 'Su servidor solo lo dice con tu permiso. Dáselo en la ventana de Perch, en tu cuenta.',
  followsHidden: 'Esta cuenta no muestra a quién sigue.',
  followsOff: 'Perch no lee a quién sigues aquí.',
  followsFailed: '{why} Lo que ya se sabía se conserva.',
  followsUnreachable: 'Su servidor no responde.',
  followsNotFound: 'Esa cuenta no existe.',
  followsTooOften: 'Su servidor pide un rato de descanso.',
  followsBadName:
    'Escribe un usuario de Bluesky como ana.bsky.social o un nombre completo de Mastodon como @ana@mastodon.social.',
  readAgain: 'Leer otra vez',
  readAgainOf: 'Leer otra vez a quién sigue {handle}',
  removeFollows: 'Quitar {handle}',
  followsName: 'Usuario de Bluesky o nombre completo de Mastodon',
  addFollows: 'Añadir',
};
