import type { truth as source } from '../en/truth.ts';
import type { Translated } from '../words.ts';

export const truth: Translated<typeof source> = {
  cuttingOut: { one: 'El sonido de {names} se corta', other: 'El sonido de {names} se corta' },
  youCutOut: 'Tu sonido se corta. Pueden perderse palabras.',
  connectionIsWeak: 'Tu conexión es débil. El sonido puede cortarse.',

  oddity_system_muted: 'El sistema silencia tu micrófono',
  oddityHelp_system_muted: 'No te oye nadie. Busca una tecla de silencio o mira los ajustes de sonido.',
  oddity_silent: 'Tu micrófono está encendido, pero no suena',
  oddityHelp_silent: 'No te oye nadie. Puede tener un interruptor, o no ser el correcto.',
  oddity_talking_while_muted: 'Hablas con el micrófono apagado',
  oddityHelp_talking_while_muted: 'No te oye nadie, y esto solo lo ves tú.',
  oddity_unplugged: 'Tu micrófono se desconectó',
  oddityHelp_unplugged:
    'Los demás te ven con el micrófono apagado, y tú sigues escuchando. Vuelve a conectarlo o usa otro.',
  unmute: 'Encender',
  turnOnAnother: 'Encender el que hay',
  checkIt: 'Probarlo',
  checkMicrophone: 'Probar tu micrófono',

  checkWhy: 'Mira a qué volumen se te oye y escúchate como te oirán los demás.',
  checkStart: 'Empezar la prueba',
  checkStartHelp: 'Puede que el navegador pregunte una vez: elige “Permitir”.',
  checkPrivacy:
    'Lo que dices aquí se queda en esta pestaña: no se envía a nadie ni se guarda. En un Space, Perch mide solo en este dispositivo el volumen de tu micrófono, también cuando está apagado, para avisarte si hablas sin que te oigan.',
  checkOpening: 'Abriendo el micrófono…',
  yourLevel: 'Tu volumen',
  level_none: 'No se oye nada. Di algo.',
  level_quiet: 'Bajo. Acércate un poco.',
  level_good: 'Bien. Te oirán con claridad.',
  level_loud: 'Muy alto. Aléjate un poco.',
  recordAndHear: 'Grabar 3 s y oírlo',
  recordAgain: 'Grabar otra vez',
  recordingNow: 'Grabando: di algo…',
  playingBack: 'Así suenas…',
  heardWell: '¿Se te oyó alto y claro? Entonces ya puedes hablar.',
  heardNothing: 'No se oyó nada. Elige otro micrófono o busca un interruptor en este.',
  notRecorded: 'No se pudo grabar. Vuelve a intentarlo.',

  microphoneOffInSystem: 'El sistema no deja usar el micrófono a tu navegador',
  stepEdgeSettings:
    '¿No hay ningún icono? Abre la configuración de Edge, busca “micrófono” y quita Perch de los bloqueados.',
  stepChromeSettings:
    '¿No hay ningún icono? Abre la configuración del navegador, busca “micrófono” y quita Perch de los bloqueados.',
  stepFirefox:
    'Haz clic en el micrófono tachado a la izquierda de la barra de direcciones y quita el bloqueo.',
  stepFirefoxWindow:
    'Elige «Reintentar». Si Firefox recuerda el bloqueo, se abre una pestaña donde puedes quitarlo.',
  stepMac: 'Abre Ajustes del Sistema, “Privacidad y seguridad”, “Micrófono”, y activa tu navegador.',
  stepWindows:
    'Abre Configuración, “Privacidad y seguridad”, “Micrófono”, y deja que lo usen las aplicaciones de escritorio.',
  stepOtherSystem:
    'Abre los ajustes de privacidad o de sonido del sistema y deja que tu navegador use el micrófono.',
  stepRestart: 'Si eso no cambia nada, cierra el navegador y vuelve a abrirlo.',
  stepPlugIn: 'Conecta un micrófono o unos auriculares. Esta página lo nota sola.',
  stepInput: 'Si hay uno, mira en los ajustes de sonido del sistema si está desactivado como entrada.',
  stepOtherProgram: 'Cierra lo que haga llamadas o grabe, como Zoom, Teams u OBS.',
  stepReplug: 'Si eso no cambia nada, desconéctalo y vuelve a conectarlo.',

  // The window of whoever speaks, in Firefox
  stageRemember: 'Deja la casilla marcada y Firefox no volverá a preguntar.',
  stageWindowHelp: 'Cierra esta ventana para soltar el micrófono. Seguirás escuchando.',
  stageWindowOver: 'Ya no estás en el escenario. Puedes cerrar esta ventana y seguir escuchando.',
};
