import type { inPage as source } from '../en/in-page.ts';
import type { Translated } from '../words.ts';

export const inPage: Translated<typeof source> = {
  stillLive: 'Merci d’avoir été là.',
  nowBlocked: 'Vous avez bloqué {name}.',
  faultHelp_not_found: 'Il est peut-être terminé, ou le lien est incomplet.',
  faultHelp_space_ended: 'Merci d’être passé par là.',
  faultHelp_removed: 'Vous ne pouvez pas y revenir.',
  faultHelp_blocked_by_host: 'Vous êtes sur la liste de blocage de son hôte.',
  faultHelp_guests_refused: 'Il faut être connecté à un compte pour écouter.',
  faultHelp_blocked_on_stage: 'Ouvrez le Space dans son propre onglet pour décider si vous voulez l’écouter.',
  faultHelp_anonymous_refused: 'Ouvrez le Space dans son propre onglet pour écouter sous votre nom.',
  faultHelp_unreachable: 'Vérifiez votre connexion, puis réessayez.',
  faultHelp_not_perch: 'Autre chose répond à sa place. Réessayez dans un instant.',
  faultHelp_microphone_denied:
    'Vous pouvez continuer à écouter. Pour parler, cliquez sur l’icône à gauche de la barre d’adresse, autorisez le micro, puis réessayez.',
};
