import type { faultsEn } from './faults-en.ts';
import type { Translated } from './words.ts';

export const faultsFr: Translated<typeof faultsEn> = {
  fault_invalid_input: 'Le serveur n’a pas accepté cette saisie',
  faultHelp_invalid_input: 'Modifiez votre texte, puis réessayez.',
  fault_invalid_json: 'Perch et son serveur ne se comprennent pas',
  faultHelp_invalid_json:
    'L’un des deux n’est pas à jour. Mettez Perch à jour ou prévenez qui gère le serveur.',
  fault_unsupported_media_type: 'Perch et son serveur ne se comprennent pas',
  faultHelp_unsupported_media_type:
    'L’un des deux n’est pas à jour. Mettez Perch à jour ou prévenez qui gère le serveur.',
  fault_body_too_large: 'C’est trop long pour le serveur',
  faultHelp_body_too_large: 'Raccourcissez, puis réessayez.',
  fault_unauthenticated: 'Le serveur ne vous reconnaît plus',
  faultHelp_unauthenticated: 'Réessayez : Perch vous présente de nouveau.',
  fault_forbidden: 'Seule la personne qui anime peut faire cela',
  faultHelp_forbidden: 'Vous pouvez continuer à écouter.',
  fault_removed: 'Vous avez été retiré de ce Space',
  faultHelp_removed: 'Les autres Spaces vous restent ouverts.',
  fault_not_found: 'Ce Space n’est pas disponible',
  faultHelp_not_found: 'Il est peut-être terminé. Choisissez-en un autre dans la liste.',
  fault_method_not_allowed: 'Perch et son serveur ne se comprennent pas',
  faultHelp_method_not_allowed:
    'L’un des deux n’est pas à jour. Mettez Perch à jour ou prévenez qui gère le serveur.',
  fault_already_hosting: 'Vous animez déjà un Space',
  faultHelp_already_hosting: 'Terminez-le d’abord, puis lancez le suivant.',
  fault_conflict: 'Quelque chose a changé entre-temps',
  faultHelp_conflict: 'Jetez un œil, puis réessayez.',
  fault_space_ended: 'Ce Space vient de se terminer',
  faultHelp_space_ended: 'Choisissez-en un autre dans la liste.',
  fault_rate_limited: 'C’était un peu trop rapide',
  faultHelp_rate_limited: 'Attendez un instant, puis réessayez.',
  rateLimitedFor: {
    one: 'Attendez {n} seconde, puis réessayez.',
    other: 'Attendez {n} secondes, puis réessayez.',
  },
  fault_internal: 'Le serveur s’est trompé',
  faultHelp_internal: 'Vous n’y êtes pour rien. Réessayez dans un instant.',
  fault_media_unavailable: 'Le son est en panne sur le serveur',
  faultHelp_media_unavailable: 'Il revient tout seul. Réessayez dans un instant.',
  fault_shutting_down: 'Le serveur redémarre',
  faultHelp_shutting_down: 'Ce que vous écoutez continue. Réessayez dans un instant.',
  fault_unreachable: 'Le serveur ne répond pas',
  faultHelp_unreachable:
    'Ce que vous écoutez continue. Vérifiez votre connexion, ou l’adresse dans les réglages.',
  fault_not_perch: 'Il n’y a pas de serveur Perch à cette adresse',
  faultHelp_not_perch: 'Autre chose y répond. Vérifiez l’adresse et son port.',
  fault_bad_address: 'Perch ne peut pas utiliser cette adresse',
  faultHelp_bad_address:
    'Écrivez-la comme https://perch.example.org. Le simple http ne vaut que pour cet ordinateur (localhost).',
  fault_media_unreachable: 'Le son ne passe pas',
  faultHelp_media_unreachable: 'Votre réseau le bloque peut-être. Essayez un autre réseau, ou sans VPN.',
  fault_join_timeout: 'La connexion a pris trop de temps',
  faultHelp_join_timeout: 'Votre réseau est peut-être lent. Réessayez.',
  fault_microphone_denied: 'Le navigateur bloque le micro',
  faultHelp_microphone_denied:
    'Vous pouvez continuer à écouter. Pour parler, ouvrez l’onglet : il montre où cliquer.',
  fault_microphone_missing: 'Aucun micro trouvé',
  faultHelp_microphone_missing:
    'Vous pouvez continuer à écouter. Pour parler, branchez un micro et réessayez.',
  fault_microphone_busy: 'Un autre programme utilise le micro',
  faultHelp_microphone_busy:
    'Vous pouvez continuer à écouter. Pour parler, fermez ce programme et réessayez.',
};
