import { Fault } from '#shared/client/fault.ts';
import type { Identity, MastodonAccess } from '#shared/schema/account.ts';
import type { FollowSource } from '#shared/schema/follows.ts';
import { followNameOf } from '#shared/schema/follows.ts';
import type { FollowRow, FollowsStore } from '../../platform/follows-store.ts';
import { resolveDid, type LiveStatus } from './bluesky.ts';
import { KnownKeys, keyListOf } from './known-keys.ts';
import { findMastodon } from './mastodon.ts';
import { readMastodon, type ReadingDeps } from './reading.ts';
import { BlueskyRounds } from './rounds.ts';
import {
  blueskyRow,
  forgotten,
  isToldTheSame,
  mastodonRow,
  rowOfIdentity,
  sourceOf,
  tokenOf,
  withNews,
  withoutToken,
} from './rows.ts';

/** Bluesky is asked so often while somebody looks, any other server once a day. */
const BLUESKY_MS = 5 * 60_000;
const MASTODON_MS = 24 * 3_600_000;
/** A server that failed is asked again after this, then after twice as long. */
const AGAIN_MS = 5 * 60_000;
const AGAIN_MAX_MS = 6 * 3_600_000;
/** A list that is as it was is written down no more often. */
const WRITE_MS = 3_600_000;

export interface FollowsDeps extends ReadingDeps {
  store: FollowsStore;
  now(): number;
  /** Other people are known, or something else is said of an account. */
  onChange(): void;
  /** A token is not needed any more. */
  revoke(token: GivenBack): void;
}

/** A token of a Mastodon server that is to be taken back by the Perch server that got it. */
export interface GivenBack {
  home: string;
  server: string;
  token: string;
}

/** Of one account, what is known only while we run. */
interface Course {
  askedAt: number;
  failures: number;
  rounds: BlueskyRounds | null;
  running: Promise<void> | null;
}

/**
 * Whom the person follows, known on this device alone: by their own identities and by accounts that they named. Read from
 * the networks' servers while somebody looks; nothing of it is sent anywhere from here.
 */
export class Follows {
  readonly keys = new KnownKeys();
  readonly #deps: FollowsDeps;
  #rows: ReadonlyMap<string, FollowRow> = new Map();
  readonly #courses = new Map<string, Course>();

  constructor(deps: FollowsDeps) {
    this.#deps = deps;
  }

  async recall(): Promise<void> {
    const rows = await this.#deps.store.all();
    this.#rows = new Map(rows.map((row) => [row.id, row]));
    this.#learn();
  }

  /** The ids of the person's own identities whose follows are read. */
  get readIdentities(): string[] {
    const read = [...this.#rows.values()].filter(({ isOff, state }) => !isOff && state !== 'needs-leave');
    return read.flatMap(({ own }) => own?.id ?? []);
  }

  get sources(): FollowSource[] {
    return [...this.#rows.values()].map(sourceOf);
  }

  /** The live statuses of followed people, as they were read last; null before all were asked since we run. */
  get statuses(): LiveStatus[] | null {
    const asked = [...this.#rows.values()].filter(({ network, isOff }) => network === 'bluesky' && !isOff);
    const told = asked.map(({ id }) => this.#courses.get(id)?.rounds?.statuses ?? null);
    return told.includes(null) ? null : told.flatMap((statuses) => statuses ?? []);
  }

  /** Somebody looks: reads what is due. */
  async look(): Promise<void> {
    const due = [...this.#rows.values()].filter((row) => this.#isDue(row));
    await Promise.all(due.map(({ id }) => this.#read(id, false)));
  }

  /** Adds an account by its name and reads it. Rejects with a `Fault`: `not_found` where there is no such account. */
  async add(text: string): Promise<void> {
    const name = followNameOf(text);
    if (!name) throw new Fault('invalid_input');
    const { fetch: fetch_ } = this.#deps;
    const found =
      name.network === 'bluesky'
        ? blueskyRow(`@${name.handle}`, await resolveDid(fetch_, name.handle), null)
        : mastodonRow(
            `@${name.user}@${name.domain}`,
            await findMastodon(fetch_, name.user, name.domain),
            null,
          );
    await this.#take(found);
    await this.readAgain(found.id);
  }

  /** Reads one account in full now. Rejects with a `Fault`; what was known stays. */
  async readAgain(id: string): Promise<void> {
    const row = this.#rows.get(id);
    if (!row) throw new Fault('not_found');
    if (row.isOff) await this.#keep({ ...row, isOff: false });
    await this.#read(id, true);
    const { fault } = this.#rows.get(id) ?? {};
    if (fault) throw new Fault(fault);
  }

  /** Forgets whom an account follows; one of the person's own stays in sight, so that it can be read again. */
  async remove(id: string): Promise<void> {
    const row = this.#rows.get(id);
    if (!row) return;
    this.#giveBack(row);
    if (row.own === null) await this.#drop(row);
    else await this.#keep({ ...forgotten(row), isOff: true, isNamed: false });
    this.#learn();
  }

  /** As `remove`, of an own identity by its id. */
  async stop(identity: string): Promise<void> {
    const row = [...this.#rows.values()].find(({ own }) => own?.id === identity);
    if (row) await this.remove(row.id);
  }

  /** A sign-in at `home` brought this identity; `access` says where a Mastodon list is, with the token where leave was given. */
  async brought(home: string, identity: Identity, access: MastodonAccess | null): Promise<void> {
    const row = rowOfIdentity(home, identity, access);
    if (!row) return;
    await this.#take(row);
    const kept = this.#rows.get(row.id)!;
    // Leave that was just given is a wish to have it read.
    const isOff = kept.isOff && !access?.token;
    if (isOff !== kept.isOff) await this.#keep({ ...kept, isOff });
    if (!isOff) void this.#read(row.id, true);
  }

  /** These are all identities that the person has at `home`; what came with another from there goes. */
  async own(home: string, identities: readonly Identity[]): Promise<void> {
    const rows = identities.flatMap((identity) => rowOfIdentity(home, identity, null) ?? []);
    for (const row of rows) await this.#take(row);
    const still = new Set(rows.map(({ id }) => id));
    const gone = [...this.#rows.values()].filter(({ id, own }) => own?.home === home && !still.has(id));
    for (const row of gone) {
      this.#giveBack(row);
      if (row.isNamed) await this.#keep({ ...withoutToken(row), own: null });
      else await this.#drop(row);
    }
    if (gone.length > 0) this.#learn();
  }

  async #take(news: FollowRow): Promise<void> {
    const row = this.#rows.get(news.id);
    const next = row ? withNews(row, news) : news;
    if (row && isToldTheSame(row, next)) return;
    // Some servers give the same token again, and then it is the one in use.
    if (row && tokenOf(row) !== tokenOf(next)) this.#giveBack(row);
    // A reading under way knows nothing of another token.
    this.#courses.delete(news.id);
    await this.#keep(next);
  }

  /** Nothing that is being read now counts any more. */
  #giveBack(row: FollowRow): void {
    this.#courses.delete(row.id);
    if (row.network !== 'mastodon' || !row.token || !row.own) return;
    this.#deps.revoke({ home: row.own.home, server: row.server, token: row.token });
  }

  #courseOf(id: string): Course {
    const course = this.#courses.get(id) ?? { askedAt: 0, failures: 0, rounds: null, running: null };
    this.#courses.set(id, course);
    return course;
  }

  #isDue({ id, network, isOff, readAt, state }: FollowRow): boolean {
    if (isOff) return false;
    const { askedAt, failures, running } = this.#courseOf(id);
    const now = this.#deps.now();
    if (running || now < askedAt + (failures ? pauseAfter(failures) : BLUESKY_MS)) return false;
    const wasRefused = state === 'needs-leave' && now < askedAt + MASTODON_MS;
    return network === 'bluesky' || (!wasRefused && now >= (readAt ?? 0) + MASTODON_MS);
  }

  /** One reading of an account at a time; whoever wants it whole waits for that. */
  async #read(id: string, isWhole: boolean): Promise<void> {
    const course = this.#courseOf(id);
    while (course.running) {
      await course.running;
      if (!isWhole) return;
    }
    course.running = this.#readOnce(id, course, isWhole).finally(() => (course.running = null));
    await course.running;
  }

  async #readOnce(id: string, course: Course, isWhole: boolean): Promise<void> {
    const row = this.#rows.get(id);
    if (!row || this.#courses.get(id) !== course) return;
    course.askedAt = this.#deps.now();
    try {
      const read = await this.#listOf(row, course, isWhole);
      course.failures = 0;
      await this.#note(id, course, { ...read, ...(await keyListOf(read.keys, row)) });
    } catch (error) {
      if (!(error instanceof Fault)) throw error;
      course.failures += 1;
      await this.#note(id, course, { ...row, state: 'failed', fault: error.code });
    }
  }

  /** The row as it is after reading. */
  async #listOf(row: FollowRow, course: Course, isWhole: boolean): Promise<FollowRow> {
    const now = this.#deps.now();
    if (row.network === 'mastodon') {
      const read = await readMastodon(this.#deps, row);
      return { ...read, fault: null, readAt: read.state === 'read' ? now : row.readAt };
    }
    course.rounds ??= new BlueskyRounds(this.#deps.fetch, row.did);
    const keys = await course.rounds.turn(isWhole || row.readAt === null ? null : row.keys.length);
    if (!keys) return { ...row, state: 'read', fault: null };
    return { ...row, state: 'read', fault: null, keys, readAt: now };
  }

  /** Takes what a reading brought, unless the account went meanwhile. */
  async #note(id: string, course: Course, read: FollowRow): Promise<void> {
    const row = this.#rows.get(id);
    if (!row || row.isOff || this.#courses.get(id) !== course) return;
    const { own, isNamed, isOff } = row;
    const next = { ...read, own, isNamed, isOff };
    const isSame = isSameList(row.keys, next.keys);
    const isNews = !isSame || row.state !== next.state || row.fault !== next.fault;
    const isOld = (next.readAt ?? 0) - (row.readAt ?? 0) > WRITE_MS;
    if (isNews || isOld) await this.#keep(next);
    else this.#rows = new Map(this.#rows).set(id, next);
    if (!isSame) this.#learn();
    this.#deps.onChange();
  }

  async #keep(row: FollowRow): Promise<void> {
    this.#rows = new Map(this.#rows).set(row.id, row);
    await this.#deps.store.put(row);
  }

  async #drop({ id }: FollowRow): Promise<void> {
    const rows = new Map(this.#rows);
    rows.delete(id);
    this.#rows = rows;
    this.#courses.delete(id);
    await this.#deps.store.remove(id);
  }

  #learn(): void {
    this.keys.become([...this.#rows.values()]);
    this.#deps.onChange();
  }
}

const pauseAfter = (failures: number) => Math.min(AGAIN_MS * 2 ** (failures - 1), AGAIN_MAX_MS);

function isSameList(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((key, at) => key === other[at]);
}
