import type { ModerationState } from './moderation.tsx';
import type { Shot } from './shots.ts';

const wide = (name: string, state: ModerationState, more: Partial<Shot> = {}): Shot => ({
  name: `moderation-${name}`,
  kind: 'moderation',
  state,
  width: 1000,
  height: 860,
  ...more,
});
const phone = (name: string, state: ModerationState, more: Partial<Shot> = {}): Shot =>
  wide(`phone-${name}`, state, { width: 390, height: 844, ...more });

/** The page of those who run the server. */
export const MODERATION_SHOTS: Shot[] = [
  wide('door', 'modDoor'),
  wide('stranger', 'modStranger'),
  wide('reports', 'modReports'),
  wide('suspend', 'modNothing', { state: 'modRefused', click: ['Suspend…'] }),
  wide('refused', 'modRefused', { click: ['Suspend…', 'Suspend'] }),
  wide('end', 'modRefused', { click: ['End the Space…'] }),
  wide('nothing', 'modNothing'),
  wide('down', 'modDown'),
  wide('domains', 'modDomains'),
  wide('trail', 'modTrail'),
  phone('door', 'modDoor'),
  phone('door-failed', 'modDoorFailed'),
  phone('reports', 'modReports'),
  phone('hostile', 'modHostile', { width: 320 }),
  phone('french', 'modFrench', { width: 320 }),
  phone('no-domains', 'modNoDomains'),
  phone('trail', 'modTrail'),
];
