import { cleanup, render } from '@testing-library/preact';
import type { ComponentChildren } from 'preact';
import { ShellContext } from '#shared/ui/context.ts';
import { createDeeds } from '#shared/ui/deeds.ts';
import type { FakePerch } from './fake-perch.ts';

/** Renders a view over a fake Perch, in place of the one before. */
export function show(perch: FakePerch, view: ComponentChildren) {
  cleanup();
  return render(
    <ShellContext.Provider value={{ perch, deeds: createDeeds() }}>{view}</ShellContext.Provider>,
  );
}
