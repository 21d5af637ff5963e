import type { page as source } from '../en/page.ts';
import type { Translated } from '../words.ts';

export const page: Translated<typeof source> = {
  share_by: 'Space de áudio com {name}',
  share_description: 'Space de áudio com {name}. Ouça no navegador, sem conta.',
  share_picture: '“{title}”, um Space de áudio com {name}',
  share_space: 'Space de áudio',

  page_starting: 'Começa daqui a pouco',
  page_needsScript: 'Para ouvir, permita JavaScript nesta página.',
  page_open: 'Abrir o Space',
  page_getExtension: 'Instalar o Perch no seu navegador',
  page_getExtensionHelp: 'Ele mostra quem está ao vivo acima da linha do tempo que você já lê.',
  page_notFound: 'Não há nenhum Space aqui',
  page_notFoundHelp: 'O link pode estar incompleto ou ser de outro servidor. Peça um novo a quem o enviou.',
  page_privacy: 'O que este servidor guarda sobre você',
};
