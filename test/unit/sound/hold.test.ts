import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Hold } from '#shared/schema/sound.ts';
import { isHoldable, listenForHold } from '#shared/ui/sound/hold.ts';

let over: AbortController;
let calls: string[];
let now: { mode: Hold; code: string; microphone: 'on' | 'off' | null };

beforeEach(() => {
  over = new AbortController();
  calls = [];
  now = { mode: 'talk', code: 'Space', microphone: 'off' };
  document.body.innerHTML = '<p tabindex="-1">nothing</p><input><button>Leave</button><select></select>';
  listenForHold(
    {
      mode: () => now.mode,
      code: () => now.code,
      microphone: () => now.microphone,
      talk() {
        calls.push('talk');
        return () => calls.push('talked');
      },
      mute: (on) => calls.push(on ? 'mute' : 'unmute'),
      onChange: (isHeld) => calls.push(isHeld ? 'held' : 'let go'),
    },
    over.signal,
  );
});
afterEach(() => over.abort());

/** Whether something else still comes of the key. */
function key(type: 'keydown' | 'keyup', init: KeyboardEventInit = {}, at = 'p'): boolean {
  const event = new KeyboardEvent(type, { code: 'Space', bubbles: true, cancelable: true, ...init });
  return document.querySelector(at)!.dispatchEvent(event);
}

describe('holding the key to talk', () => {
  it('talks while it is held, and does nothing else', () => {
    expect(key('keydown')).toBe(false);
    expect(calls).toEqual(['talk', 'held']);
    expect(key('keyup')).toBe(false);
    expect(calls).toEqual(['talk', 'held', 'talked', 'let go']);
  });

  it('begins once, however long the key repeats', () => {
    key('keydown');
    expect(key('keydown', { repeat: true })).toBe(false);
    expect(key('keydown', { repeat: true })).toBe(false);
    expect(calls).toEqual(['talk', 'held']);
  });

  it('does not begin with a key that was held before it came here', () => {
    expect(key('keydown', { repeat: true })).toBe(true);
    expect(calls).toEqual([]);
  });

  it.each(['blur', 'pagehide'])('ends with %s', (type) => {
    key('keydown');
    dispatchEvent(new Event(type));
    expect(calls).toEqual(['talk', 'held', 'talked', 'let go']);
    expect(key('keyup')).toBe(true);
  });

  it('ends when the page is hidden', () => {
    key('keydown');
    Object.defineProperty(document, 'hidden', { value: true, configurable: true });
    document.dispatchEvent(new Event('visibilitychange'));
    Reflect.deleteProperty(document, 'hidden');
    expect(calls).toContain('talked');
  });

  it('ends with what listens for it', () => {
    key('keydown');
    over.abort();
    expect(calls).toContain('talked');
  });

  it('leaves the key to a text that is being written, and to a list', () => {
    expect(key('keydown', {}, 'input')).toBe(true);
    expect(key('keydown', {}, 'select')).toBe(true);
    expect(calls).toEqual([]);
  });

  it('leaves Space to a button that has the focus, and takes another key there', () => {
    document.querySelector('button')!.focus();
    expect(key('keydown', {}, 'button')).toBe(true);
    expect(calls).toEqual([]);
    now.code = 'KeyT';
    expect(key('keydown', { code: 'KeyT' }, 'button')).toBe(false);
    expect(calls).toEqual(['talk', 'held']);
  });

  it('takes Space from a button that a click has left focused, until the focus is moved by keys', () => {
    document.querySelector('button')!.dispatchEvent(new Event('pointerdown', { bubbles: true }));
    expect(key('keydown', {}, 'button')).toBe(false);
    expect(key('keyup', {}, 'button')).toBe(false);
    key('keydown', { code: 'Tab' }, 'button');
    expect(key('keydown', {}, 'button')).toBe(true);
  });

  it('leaves shortcuts and other keys alone', () => {
    expect(key('keydown', { ctrlKey: true })).toBe(true);
    expect(key('keydown', { code: 'KeyT' })).toBe(true);
    expect(calls).toEqual([]);
  });

  it('does nothing to a microphone that is open, or not to be had', () => {
    now.microphone = 'on';
    expect(key('keydown')).toBe(true);
    now.microphone = null;
    expect(key('keydown')).toBe(true);
    expect(calls).toEqual([]);
  });

  it('does nothing while it is switched off', () => {
    now.mode = 'off';
    expect(key('keydown')).toBe(true);
    expect(calls).toEqual([]);
  });
});

describe('holding the key to mute', () => {
  beforeEach(() => Object.assign(now, { mode: 'mute', microphone: 'on' }));

  it('mutes while it is held', () => {
    key('keydown');
    expect(calls).toEqual(['mute', 'held']);
    key('keyup');
    expect(calls).toEqual(['mute', 'held', 'unmute', 'let go']);
  });

  it('stays muted when the key was lost to something else', () => {
    key('keydown');
    dispatchEvent(new Event('blur'));
    expect(calls).toEqual(['mute', 'held', 'let go']);
  });

  it('opens no microphone that was muted', () => {
    now.microphone = 'off';
    expect(key('keydown')).toBe(true);
    expect(key('keyup')).toBe(true);
    expect(calls).toEqual([]);
  });
});

describe('a key to hold', () => {
  const event = (code: string) => new KeyboardEvent('keydown', { code });

  it.each(['Space', 'KeyT', 'Digit1', 'F8', 'Backquote'])('can be %s', (code) => {
    expect(isHoldable(event(code))).toBe(true);
  });

  it.each(['Tab', 'Escape', 'Enter', 'ArrowUp', 'ShiftLeft', ''])('cannot be “%s”', (code) => {
    expect(isHoldable(event(code))).toBe(false);
  });
});
