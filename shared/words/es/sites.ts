import type { sites as source } from '../en/sites.ts';
import type { Translated } from '../words.ts';

export const sites: Translated<typeof source> = {
  showSpacesOn: 'Mostrar Spaces en {host}',
  showSpacesOnHelp:
    'Perch pone entonces los Spaces en vivo encima de tu cronología. Lee los nombres de los autores solo en tu dispositivo.',
  spacesShownOn:
    'Perch ya funciona en {host}. Cuando alguien esté en vivo, lo verás encima de tu cronología.',
  siteRefused: 'Nada ha cambiado. Puedes volver a intentarlo cuando quieras.',
  siteIsOff: 'Perch está desactivado en {host}.',
  barHiddenOn: 'La barra está oculta en {host}.',
  barHiddenToday: 'La barra está oculta hasta mañana.',
  showBarOn: 'Volver a mostrar la barra en {host}',
  showItNow: 'Mostrarla ahora',
  barIsBack: 'La barra ha vuelto: aparece cuando alguien está en vivo.',

  bar: 'Barra',
  barAlways: 'Mostrar la barra aunque no haya nadie en vivo',
  barAlwaysHelp: 'Si no, llega cuando alguien empieza en vivo y se va con el último Space.',
  sites: 'Sitios',
  sitesHelp: 'Dónde muestra Perch quién está en vivo. Lee los nombres de los autores solo en tu dispositivo.',
  sitesRefused: 'Tu navegador no deja entrar a Perch en {hosts}, así que allí no se muestran Spaces.',
  alsoOn: 'Y {hosts}',
  barHiddenHere: 'La barra está oculta aquí',
  showItAgain: 'Volver a mostrar',
  addedByYou: 'Añadidos por ti',
  removeIt: 'Quitar',
  removeSite: 'Quitar {host}',
  addSiteHelp:
    'Para cualquier otro servidor con Mastodon, Elk o Phanpy, abre su página y haz clic en Perch en la barra de herramientas: te ofrece mostrar Spaces allí.',

  health: 'Estado de los adaptadores',
  healthHelp:
    'Un sitio renovado puede perder su barra o sus anillos. Esto cuenta lo que Perch encuentra en la última cronología que usaste, y no lee nada más de allí.',
  checkTimeline: 'Comprobar la cronología abierta',
  noTimeline: 'No hay ninguna cronología abierta. Abre una en otra pestaña y vuelve a comprobar.',
  foundOn: 'Encontrado en {site}',
  countFound: { one: '{n} encontrado', other: '{n} encontrados' },
  noneFound: 'ninguno',
  healthNote: 'Que no haya ninguno no siempre es un fallo: algunas partes solo están de vez en cuando.',
  copyReport: 'Copiar',
  copyReportHelp:
    'Para informar de un fallo. Se copian solo estas líneas: ni direcciones, ni nombres, ni palabras de la página.',
  reportVersions: 'Perch {perch}, {browser}',
  reportCopied: 'Copiado.',
  copyFailed: 'El navegador no deja copiar a Perch. Selecciona las líneas y cópialas a mano.',
};
