import { render } from 'preact';
import { ShellContext } from '#shared/ui/context.ts';
import { createDeeds } from '#shared/ui/deeds.ts';
import type { AskStage } from '../../extension/entrypoints/microphone/ask-sheet.tsx';
import '../../extension/entrypoints/stage/stage.css';
import { StageWindow } from '../../extension/entrypoints/stage/stage-window.tsx';
import type { FakePerch } from '../support/fake-perch.ts';

const ASKS: Record<string, AskStage> = { asking: 'asking', denied: 'denied' };
const nothing = () => undefined;

/** The window of whoever speaks, which Firefox alone has: while it asks, or in a state of the Space. */
export function showStageWindow(perch: FakePerch, state: string): void {
  const userAgent = 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0';
  Object.defineProperty(navigator, 'userAgent', { value: userAgent });
  document.documentElement.className = 'perch';
  const app = document.body.appendChild(document.createElement('div'));
  app.id = 'app';
  render(
    <ShellContext.Provider value={{ perch, deeds: createDeeds() }}>
      <StageWindow asking={ASKS[state] ?? null} onAsk={nothing} onClose={nothing} />
    </ShellContext.Provider>,
    app,
  );
}
