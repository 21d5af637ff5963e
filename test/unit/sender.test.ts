import { describe, expect, it } from 'vitest';
import { PROTOCOL } from '../../extension/platform/host-protocol.ts';
import { isOwnPage, maySend } from '../../extension/platform/sender.ts';

const self = { id: 'perch', origin: 'chrome-extension://perch' };
const page = { id: 'perch', origin: 'chrome-extension://perch', url: 'chrome-extension://perch/popup.html' };
const contentScript = { id: 'perch', origin: 'https://social.example', url: 'https://social.example/home' };
const stranger = { id: 'other', origin: 'chrome-extension://other' };

describe('maySend', () => {
  it('lets a content script join, leave and mute', () => {
    for (const type of ['background:join', 'background:leave', 'background:silence'] as const) {
      expect(maySend(PROTOCOL[type].from, contentScript, self)).toBe(true);
    }
  });

  it.each([
    'background:microphone',
    'background:host',
    'background:end',
    'host:connect',
    'bar:view',
  ] as const)('refuses %s from a content script', (type) => {
    expect(maySend(PROTOCOL[type].from, contentScript, self)).toBe(false);
    expect(maySend(PROTOCOL[type].from, page, self)).toBe(true);
  });

  it('refuses another extension everything', () => {
    expect(maySend(PROTOCOL['background:join'].from, stranger, self)).toBe(false);
    expect(maySend(PROTOCOL['background:join'].from, { ...stranger, origin: self.origin }, self)).toBe(false);
  });
});

describe('isOwnPage', () => {
  it('reads the address when the browser names no origin', () => {
    expect(isOwnPage({ id: 'perch', url: `${self.origin}/background.js` }, self)).toBe(true);
    expect(isOwnPage({ id: 'perch', url: `${self.origin}.evil.example/` }, self)).toBe(false);
    expect(isOwnPage({ id: 'perch' }, self)).toBe(false);
  });
});
