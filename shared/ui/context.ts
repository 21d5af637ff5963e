import { signal, type ReadonlySignal } from '@preact/signals';
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import { say, type Catalogue, type WordKey } from '#shared/words/words.ts';
import type { Deeds } from './deeds.ts';
import type { Perch } from './perch.ts';

/** What every component can reach: the shell's Perch and the deeds that are under way. */
export interface Shell {
  perch: Perch;
  deeds: Deeds;
}

export const ShellContext = createContext<Shell | null>(null);

/** What parts need that also stand where there is no Perch, as in the settings. */
export interface Part {
  catalogue: ReadonlySignal<Catalogue>;
  deeds: Deeds;
  /** See `Perch`; without it people have initials. */
  picture?: Perch['picture'];
}

export const PartContext = createContext<Part | null>(null);
/** Leads to where people sign in; null where they cannot. */
export const SignInContext = createContext<(() => void) | null>(null);
/** True while clicks would be refused because the page may be covering or moving us; only the bar ever provides it. */
export const RefusedContext = createContext<ReadonlySignal<boolean>>(signal(false));

/** The shell around a component; throws outside of one. */
export function useShell(): Shell {
  const shell = useContext(ShellContext);
  if (!shell) throw new Error('rendered outside of a ShellContext');
  return shell;
}

/** The words and deeds around a component, in a shell or without one; throws where there are none. */
export function usePart(): Part {
  const part = useContext(PartContext);
  const shell = useContext(ShellContext);
  if (part) return part;
  if (!shell) throw new Error('rendered outside of a ShellContext');
  const { catalogue, picture } = shell.perch;
  return { catalogue, picture, deeds: shell.deeds };
}

export type Say = (key: WordKey, values?: Record<string, string | number>) => string;

/** Words in the person's language; the component renders again when it changes. */
export function useWords(): Say {
  const catalogue = usePart().catalogue.value;
  return (key, values) => say(catalogue, key, values);
}
