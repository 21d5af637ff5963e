import type { page as source } from '../en/page.ts';
import type { Translated } from '../words.ts';

export const page: Translated<typeof source> = {
  share_by: 'Space audio animé par {name}',
  share_description: 'Space audio animé par {name}. Écoutez dans votre navigateur, sans compte.',
  share_picture: '« {title} », un Space audio animé par {name}',
  share_space: 'Space audio',

  page_starting: 'Commence dans un instant',
  page_needsScript: 'Pour écouter, autorisez JavaScript sur cette page.',
  page_open: 'Ouvrir le Space',
  page_getExtension: 'Installer Perch dans votre navigateur',
  page_getExtensionHelp: 'Il montre qui est en direct au-dessus du fil que vous lisez déjà.',
  page_notFound: 'Il n’y a pas de Space ici',
  page_notFoundHelp:
    'Le lien est peut-être incomplet, ou vient d’un autre serveur. Demandez-en un nouveau à qui vous l’a envoyé.',
  page_privacy: 'Ce que ce serveur conserve à votre sujet',
};
