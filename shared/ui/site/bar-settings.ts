import type { BarSettings } from '#shared/schema/view.ts';

/** A site by all its host names. */
type Names = readonly string[];

/** Why a site has no bar: Perch is off there, the bar is hidden there, or it is hidden everywhere for today. */
export type Absence = 'off' | 'here' | 'today';

const without = (hosts: readonly string[], names: Names) => hosts.filter((host) => !names.includes(host));
const hasAny = (hosts: readonly string[], names: Names) => names.some((name) => hosts.includes(name));

export const isOff = ({ offOn }: BarSettings, names: Names) => hasAny(offOn, names);
export const isHiddenOn = ({ hiddenOn }: BarSettings, names: Names) => hasAny(hiddenOn, names);
export const isHiddenToday = ({ hiddenUntil }: BarSettings, now: number) => hiddenUntil > now;

/** What the person has decided that keeps the bar from a site, the strongest first. */
export function absenceOf(bar: BarSettings, names: Names, now: number): Absence | null {
  if (isOff(bar, names)) return 'off';
  if (isHiddenOn(bar, names)) return 'here';
  return isHiddenToday(bar, now) ? 'today' : null;
}

export function switched(bar: BarSettings, names: Names, on: boolean): BarSettings {
  const others = without(bar.offOn, names);
  return { ...bar, offOn: on ? others : [...others, ...names] };
}

export function shownOn(bar: BarSettings, names: Names): BarSettings {
  return { ...bar, hiddenOn: without(bar.hiddenOn, names) };
}

export function shownToday(bar: BarSettings): BarSettings {
  return { ...bar, hiddenUntil: 0 };
}

/** Nothing that the person decided keeps the bar from this site any more. */
export function broughtBack(bar: BarSettings, names: Names): BarSettings {
  return shownToday(shownOn(switched(bar, names, true), names));
}
