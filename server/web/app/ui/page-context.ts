import type { ReadonlySignal } from '@preact/signals';
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { FaultCode } from '#shared/schema/errors.ts';
import type { Language, StageView } from '#shared/schema/view.ts';

/** What the page knows beside its Perch: the one Space that it is about. */
export interface Page {
  spaceId: string;
  /** Where the page stands. */
  address: string;
  /** The Space, whoever is in it. */
  space: ReadonlySignal<StageView>;
  fault: ReadonlySignal<FaultCode | null>;
  /** The browser lets nothing be heard before a click. */
  heldBack: ReadonlySignal<boolean>;
  play(): Promise<void>;
  extensionUrl: string | null;
  /** Speaks another language from now on. */
  speak(language: Language): Promise<void>;
}

export const PageContext = createContext<Page | null>(null);

/** The page around a component; throws outside of one. */
export function usePage(): Page {
  const page = useContext(PageContext);
  if (!page) throw new Error('rendered outside of a PageContext');
  return page;
}
