import { ulid } from 'ulid';
import type { Role } from '#shared/schema/space.ts';
import { admissionOf, newParticipant } from '../../server/spaces/pass.ts';
import type { ParticipantRecord, SpaceRecord } from '../../server/spaces/records.ts';
import { roomName } from '../../server/spaces/rooms.ts';
import type { CoreApp } from './core-app.ts';
import { arrive, type Somebody, Talk } from './stage-talk.ts';

/** How somebody stands in a Space that is written straight into the store. */
export interface Seat {
  role: Role;
  requested?: boolean;
  invited?: boolean;
  /** Not in the Space at all; `host` and `firstHost` of it all the same. */
  away?: boolean;
}

export interface Plan {
  seats: Record<string, Seat>;
  /** Names from `seats`. */
  host?: string;
  firstHost?: string;
  space?: Partial<SpaceRecord>;
}

export interface Seeded {
  talk: Talk;
  people: Record<string, Somebody>;
}

/** Writes live Spaces at once, for tests that need thousands of them; the people come again in each. */
export class Seeder {
  readonly #core: CoreApp;
  readonly #accounts = new Map<string, Somebody>();
  #written = 0;

  constructor(core: CoreApp) {
    this.#core = core;
  }

  async seed(plan: Plan): Promise<Seeded> {
    const people: Record<string, Somebody> = {};
    for (const name of Object.keys(plan.seats)) people[name] = { ...(await this.#somebody(name)) };
    const space = this.#space(plan, people);
    const rows = Object.entries(plan.seats)
      .filter(([, seat]) => !seat.away)
      .map(([name, seat]) => this.#row(space, people[name]!, seat));
    await this.#core.store.transaction(async (records) => {
      await records.addSpace(space);
      for (const row of rows) await records.addParticipant(row);
    });
    for (const { accountId, id } of rows) {
      Object.values(people).find(({ account }) => account === accountId)!.pid = id;
    }
    return { talk: new Talk(this.#core, space.id, people[plan.host ?? 'host']!), people };
  }

  async #somebody(name: string): Promise<Somebody> {
    const known = this.#accounts.get(name) ?? (await arrive(this.#core, name));
    this.#accounts.set(name, known);
    return known;
  }

  #space({ host = 'host', firstHost = host, space }: Plan, people: Record<string, Somebody>): SpaceRecord {
    const now = this.#core.now;
    return {
      id: ulid(now),
      hostId: people[host]!.account,
      firstHostId: people[firstHost]!.account,
      title: 'Morning talk',
      state: 'live',
      epoch: 1,
      version: 1,
      createdAt: now,
      startedAt: now,
      hostLostAt: null,
      speakPolicy: 'invited',
      requestsLocked: false,
      allowAnonymous: true,
      allowGuests: true,
      emptySince: null,
      endedAt: null,
      endReason: null,
      lang: '',
      ...space,
    };
  }

  /** A connected row; each later than the one before, so that queue and rank have an order. */
  #row(space: SpaceRecord, who: Somebody, { role, requested, invited }: Seat): ParticipantRecord {
    const account = { id: who.account, name: who.name, guest: true, sessionId: 'seeded' };
    const now = this.#core.now;
    const row = newParticipant(space, account, role, now);
    const room = roomName(space);
    if (!this.#core.media.rooms.has(room)) this.#core.media.rooms.set(room, new Map());
    const { sid } = this.#core.media.connect(admissionOf(space, row), now);
    this.#written += 1;
    return {
      ...row,
      lkSid: sid,
      lkJoinedAt: now,
      roleSince: now - 1_000_000 + this.#written,
      requestedAt: requested ? now - 1_000_000 + this.#written : null,
      invitedAt: invited ? now : null,
      invitedBy: invited ? 'Ana' : '',
    };
  }
}
