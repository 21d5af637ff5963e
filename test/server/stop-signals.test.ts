import { EventEmitter } from 'node:events';
import { expect, it } from 'vitest';
import { onStopSignals } from '../../server/stop-signals.ts';

function listen() {
  const heard: string[] = [];
  const source = new EventEmitter();
  const clock = { now: 5_000 };
  const handlers = { stop: (signal: string) => heard.push(signal), hurry: () => heard.push('hurry') };
  onStopSignals(['SIGINT', 'SIGTERM'], handlers, source, () => clock.now);
  return { heard, clock, send: (signal: string) => source.emit(signal, signal) };
}

it('takes the Ctrl-C that npm passes on for the one from the terminal', () => {
  const { heard, clock, send } = listen();
  send('SIGINT');
  clock.now += 40;
  send('SIGINT');
  expect(heard).toEqual(['SIGINT']);
});

it('hurries at a later signal of either kind', () => {
  const { heard, clock, send } = listen();
  send('SIGTERM');
  clock.now += 2_000;
  send('SIGINT');
  expect(heard).toEqual(['SIGTERM', 'hurry']);
});
