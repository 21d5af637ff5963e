import type { page as source } from '../en/page.ts';
import type { Translated } from '../words.ts';

export const page: Translated<typeof source> = {
  share_by: 'Space de audio a cargo de {name}',
  share_description: 'Space de audio a cargo de {name}. Escúchalo en tu navegador, sin cuenta.',
  share_picture: '“{title}”, un Space de audio a cargo de {name}',
  share_space: 'Space de audio',

  page_starting: 'Empieza en un momento',
  page_needsScript: 'Para escuchar, permite JavaScript en esta página.',
  page_open: 'Abrir el Space',
  page_getExtension: 'Instalar Perch en tu navegador',
  page_getExtensionHelp: 'Muestra quién está en vivo encima de la cronología que ya lees.',
  page_notFound: 'Aquí no hay ningún Space',
  page_notFoundHelp:
    'Puede que el enlace esté incompleto o sea de otro servidor. Pide uno nuevo a quien te lo envió.',
  page_privacy: 'Lo que este servidor guarda sobre ti',
};
