import type { Person } from '#shared/schema/room.ts';
import type { Card, Role, StagePerson } from '#shared/schema/space.ts';
import type { Me, Stage } from '#shared/schema/stage.ts';

const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** A ULID that is always the same for a number. */
export function ulidOf(number: number): string {
  let [text, rest] = ['', number];
  for (let i = 0; i < 26; i++) {
    text = ALPHABET[rest % 32] + text;
    rest = Math.floor(rest / 32);
  }
  return text;
}

export function stagePerson(number: number, name: string, role: Role = 'speaker'): StagePerson {
  return { pid: `p_${ulidOf(number)}`, name, role };
}

export function person({ pid, name }: StagePerson, more: Partial<Person> = {}): Person {
  return { pid, name, isMe: false, speaking: false, muted: false, quality: 'good', ...more };
}

export function card(number: number, title: string, more: Partial<Card> = {}): Card {
  const stage = more.stage ?? [stagePerson(number * 100, 'Ana', 'host')];
  return {
    id: ulidOf(number),
    v: 1,
    title,
    startedAt: 0,
    stage,
    onStage: stage.length,
    listeners: 57,
    hostLostAt: null,
    keys: '',
    ...more,
  };
}

/** A Space as everybody in it sees it. */
export function stageOf({ id, title, stage, listeners }: Card, more: Partial<Stage> = {}): Stage {
  return {
    id,
    v: 1,
    at: Date.now(),
    state: 'live',
    title,
    startedAt: 0,
    endReason: null,
    hostLostAt: null,
    speakPolicy: 'invited',
    requestsLocked: false,
    allowAnonymous: true,
    allowGuests: true,
    people: stage,
    identities: [],
    seatsFree: 10,
    listeners,
    shown: [],
    waiting: 0,
    ...more,
  };
}

/** What somebody sees of their own place. */
export function me({ pid, role }: StagePerson, more: Partial<Me> = {}): Me {
  return { participantId: pid, role, shown: false, request: null, invitation: null, muted: [], ...more };
}
