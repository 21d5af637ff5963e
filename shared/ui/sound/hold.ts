import type { Hold } from '#shared/schema/sound.ts';

/** What is read of a key's event. */
type Key = Pick<KeyboardEvent, 'code' | 'repeat' | 'isComposing' | 'ctrlKey' | 'altKey' | 'metaKey'>;

/** Keys that move about, confirm or close, and such as do nothing alone. */
const KEPT = /^(?:Tab|Enter|NumpadEnter|Escape|Arrow\w+|(?:Control|Alt|Shift|Meta|OS)(?:Left|Right)|)$/;
/** What the settings can hold. */
const CODE = /^[A-Za-z0-9]{1,30}$/;

/** Whether a key can be one to hold. */
export function isHoldable({ code, isComposing, ctrlKey, altKey, metaKey }: Key): boolean {
  return !isComposing && !ctrlKey && !altKey && !metaKey && CODE.test(code) && !KEPT.test(code);
}

const TYPING = 'input:not([type="range"], [type="radio"], [type="checkbox"]), textarea, select';
const PRESSED_BY_SPACE = 'button, summary, [role], input';

/** Whether a key does something of its own where the focus is. A click leaves the focus behind without meaning that. */
function isTakenBy(target: EventTarget | null, code: string, isByClick: boolean): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target.isContentEditable || target.matches(TYPING)) return true;
  return code === 'Space' && !isByClick && target.matches(PRESSED_BY_SPACE);
}

export interface HoldDeps {
  mode(): Hold;
  code(): string;
  /** The microphone is there and open, there and off, or not to be had as things are. */
  microphone(): 'on' | 'off' | null;
  /** Opens the microphone until the answer is called. */
  talk(): () => void;
  mute(on: boolean): void;
  onChange(isHeld: boolean): void;
}

/**
 * Listens for the key that is held to talk or to mute, until it is aborted. Whatever takes the key away (another window,
 * a hidden page, the end of the view) ends the holding with the microphone off.
 */
export function listenForHold(deps: HoldDeps, until: AbortSignal): void {
  let held: { code: string; end: (isLetGo: boolean) => void } | null = null;
  /** The pointer was the last that moved the focus. */
  let isByClick = false;

  const begin = (code: string) => {
    const mode = deps.mode();
    const microphone = deps.microphone();
    if (mode === 'talk' && microphone === 'off') {
      held = { code, end: deps.talk() };
    } else if (mode === 'mute' && microphone === 'on') {
      deps.mute(true);
      // What was lost while muted stays muted.
      held = { code, end: (isLetGo) => isLetGo && deps.mute(false) };
    }
    if (held) deps.onChange(true);
  };
  const end = (isLetGo: boolean) => {
    const ended = held;
    held = null;
    ended?.end(isLetGo);
    if (ended) deps.onChange(false);
  };
  const handleDown = (event: KeyboardEvent) => {
    const { code, repeat, target } = event;
    if (held?.code === code) return event.preventDefault();
    if (code !== deps.code()) isByClick = false;
    if (held || repeat || event.defaultPrevented || code !== deps.code() || !isHoldable(event)) return;
    if (deps.mode() === 'off' || isTakenBy(target, code, isByClick)) return;
    begin(code);
    // Neither scrolls nor clicks what a click has left focused.
    if (held) event.preventDefault();
  };
  const handleUp = (event: KeyboardEvent) => {
    if (held?.code !== event.code) return;
    event.preventDefault();
    end(true);
  };
  const signal = until;
  addEventListener('pointerdown', () => (isByClick = true), { signal, capture: true });
  addEventListener('keydown', handleDown, { signal });
  addEventListener('keyup', handleUp, { signal, capture: true });
  addEventListener('blur', () => end(false), { signal });
  addEventListener('pagehide', () => end(false), { signal });
  document.addEventListener('visibilitychange', () => document.hidden && end(false), { signal });
  until.addEventListener('abort', () => end(false));
}
