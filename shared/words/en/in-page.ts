import type { PluralForms, Words } from '../words.ts';

/** What a page of one Space says in another way than the extension, which has a toolbar, settings and a list. */
export const inPage = {
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
