import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Deeds } from '#shared/ui/deeds.ts';
import type { Office } from './office.ts';

export interface OfficeShell {
  office: Omit<Office, 'open'>;
  deeds: Deeds;
}

export const OfficeContext = createContext<OfficeShell | null>(null);

/** Throws outside of the page. */
export function useOffice(): OfficeShell {
  const shell = useContext(OfficeContext);
  if (!shell) throw new Error('rendered outside of an OfficeContext');
  return shell;
}
