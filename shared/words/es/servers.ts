import type { servers as source } from '../en/servers.ts';
import type { Translated } from '../words.ts';

export const servers: Translated<typeof source> = {
  onThisPage: 'En esta página',
  lookingAtPage: 'Buscando el Space…',
  withOnStage: 'En escena: {names}',
  pageServerSilent: 'Tu propia lista funciona como antes. Vuelve a intentarlo en un momento.',
  addServerQuestion: '¿Añadir {host}?',
  addServerHelp:
    'Perch hablará con este servidor para mostrarte sus Spaces y entrar en ellos. Como cualquier sitio web, ve tu dirección de red, y te conoce como visitante. Puedes quitarlo en los ajustes.',
  addAndListen: 'Añadir y escuchar',
  adding: 'Añadiendo…',

  servers: 'Servidores',
  otherServers: 'Otros servidores',
  otherServersHelp:
    'Perch lee los Spaces de allí y entra en ellos cuando encuentras un enlace a uno. Si quitas un servidor, sales del Space en el que estés allí.',
  noOtherServers:
    'Por ahora, ninguno. Abre la página de un Space y haz clic en Perch en la barra de herramientas: te ofrece añadir su servidor.',
  remove: 'Quitar',
  removeServer: 'Quitar {host}',
};
