import { describe, expect, it } from 'vitest';
import {
  agrees,
  EMPTY_LIST,
  inLocalTime,
  shown,
  withCounts,
  withSnapshot,
  withUpdate,
} from '#shared/client/live-list.ts';
import type { Card } from '#shared/schema/space.ts';

const card = (id: string, v: number, startedAt = 0): Card => ({
  id,
  v,
  title: `${id} v${v}`,
  startedAt,
  stage: [],
  onStage: 1,
  listeners: 0,
  hostLostAt: null,
  keys: '',
});
const titles = (list: typeof EMPTY_LIST) => shown(list).map(({ title }) => title);

describe('the live list', () => {
  it('shows the latest Space first', () => {
    const list = withSnapshot(EMPTY_LIST, 'r1', [card('a', 1, 10), card('b', 1, 20)]);
    expect(titles(list)).toEqual(['b v1', 'a v1']);
  });

  it('applies a card only when it is newer', () => {
    const list = withSnapshot(EMPTY_LIST, 'r1', [card('a', 2)]);
    expect(titles(withUpdate(list, { items: [card('a', 1)], gone: [] }))).toEqual(['a v2']);
    expect(titles(withUpdate(list, { items: [card('a', 3)], gone: [] }))).toEqual(['a v3']);
  });

  it('does not bring an ended Space back with a late card or snapshot', () => {
    const ended = withUpdate(withSnapshot(EMPTY_LIST, 'r1', [card('a', 2)]), {
      items: [],
      gone: [{ id: 'a', v: 3, why: 'host_ended' }],
    });
    expect(titles(ended)).toEqual([]);
    expect(titles(withUpdate(ended, { items: [card('a', 2)], gone: [] }))).toEqual([]);
    expect(titles(withSnapshot(ended, 'r0', [card('a', 2)]))).toEqual([]);
  });

  it('keeps a card that is newer than the end it hears of late', () => {
    const list = withSnapshot(EMPTY_LIST, 'r1', [card('a', 5)]);
    expect(titles(withUpdate(list, { items: [], gone: [{ id: 'a', v: 4, why: null }] }))).toEqual(['a v5']);
  });

  it('takes counts for the Spaces it knows', () => {
    const list = withCounts(withSnapshot(EMPTY_LIST, 'r1', [card('a', 1)]), [
      ['a', 7],
      ['unknown', 9],
    ]);
    expect(shown(list)).toEqual([{ ...card('a', 1), listeners: 7 }]);
  });

  it('tells the host’s absence in our own time', () => {
    const [here, away] = inLocalTime([card('a', 1), { ...card('b', 1), hostLostAt: 5_000 }], 300);
    expect([here!.hostLostAt, away!.hostLostAt]).toEqual([null, 5_300]);
  });

  it('knows when it cannot be the server’s list', () => {
    const list = withSnapshot(EMPTY_LIST, 'r1', [card('a', 1)]);
    expect(agrees(list, { n: 1, rev: 'r1' })).toBe(true);
    expect(agrees(list, { n: 1, rev: 'r2' })).toBe(false);
    expect(agrees(list, { n: 2, rev: 'r1' })).toBe(false);
    expect(agrees(withCounts(list, [['a', 2]]), { n: 1, rev: 'r2' })).toBe(true);
  });
});
