import type { Language } from '../schema/view.ts';
import type { PluralForms, Translated, Words } from './words.ts';

const inPageEn = {
  stillLive: 'Thank you for being there.',
  nowBlocked: '{name} is blocked.',
  faultHelp_not_found: 'It may be over, or its link may be cut off.',
  faultHelp_space_ended: 'Thank you for coming by.',
  faultHelp_removed: 'You cannot come back to it.',
  faultHelp_blocked_by_host: 'Its host has blocked you.',
  faultHelp_guests_refused: 'Only people who are signed in may listen.',
  faultHelp_blocked_on_stage:
    'Open the Space in a tab of its own to decide whether you still want to listen.',
  faultHelp_anonymous_refused: 'Open the Space in a tab of its own to listen with your name.',
  faultHelp_unreachable: 'Check your connection, then try again.',
  faultHelp_not_perch: 'Something else answers in its place. Try again in a moment.',
  faultHelp_microphone_denied:
    'You can go on listening. To speak, click the icon at the left of the address bar, allow the microphone, then try again.',
} as const satisfies { readonly [Key in keyof Words]?: string | PluralForms };

const inPageFr: Translated<typeof inPageEn> = {
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

/** What a page of one Space says in another way than the extension, which has a toolbar, settings and a list. */
export const IN_PAGE: Record<Language, Translated<typeof inPageEn>> = { en: inPageEn, fr: inPageFr };
