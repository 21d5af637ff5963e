import { describe, expect, it } from 'vitest';
import { pairOfPorts } from '../../extension/platform/own-port.ts';

describe('a port within one page', () => {
  it('carries messages both ways, and says who opened it', () => {
    const [ours, theirs] = pairOfPorts({ id: 'perch' });
    const heard: unknown[] = [];
    ours.onMessage.addListener((message) => heard.push(['ours', message]));
    theirs.onMessage.addListener((message) => heard.push(['theirs', message]));
    ours.postMessage(1);
    theirs.postMessage(2);
    expect(heard).toEqual([
      ['theirs', 1],
      ['ours', 2],
    ]);
    expect([ours.sender, theirs.sender]).toEqual([undefined, { id: 'perch' }]);
  });

  it('tells only the other end that it was closed, once, and carries nothing after', () => {
    const [ours, theirs] = pairOfPorts({ id: 'perch' });
    const heard: string[] = [];
    ours.onDisconnect.addListener(() => heard.push('ours closed'));
    theirs.onDisconnect.addListener(() => heard.push('theirs closed'));
    theirs.onMessage.addListener(() => heard.push('message'));
    ours.disconnect();
    ours.disconnect();
    ours.postMessage(1);
    theirs.disconnect();
    expect(heard).toEqual(['theirs closed']);
  });
});
