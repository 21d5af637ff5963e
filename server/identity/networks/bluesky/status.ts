import { setTimeout as sleep } from 'node:timers/promises';
import type { Limits } from '#shared/schema/limits.ts';
import { LANGUAGES } from '#shared/schema/view.ts';
import { isolated } from '#shared/words/isolated.ts';
import type { Logger } from '../../../log.ts';
import type { SignInRecords } from '../../records.ts';
import { sayIn } from '../../../web/language.ts';
import { createInTurn } from './in-turn.ts';
import type { Leaves } from './leaves.ts';
import type { StatusHost, StatusRecord } from './records.ts';
import { deleteStatus, type FoundStatus, readStatus, writeStatus } from './status-record.ts';

const JITTER = 0.1;
/** What the statuses of a server that stops may hold it up. */
const GOODBYE_MS = 2_000;

interface StatusDeps {
  store: SignInRecords;
  leaves: Leaves;
  limits: Limits;
  clock: () => number;
  log: Logger;
  /** The address before `/s/ID`; null when statuses would lead nowhere. */
  pagesAt: string | null;
}

/** Keeps the live statuses of hosts as the store would have them. No trouble of a status ever reaches a Space. */
export interface StatusKeeper {
  start(): void;
  /** Something changed: looks soon. */
  wake(): void;
  /** Looks once; resolves when all is done that it found to do. */
  run(): Promise<void>;
  /** Clears the status of that person, gives the leave back and keeps nothing of it. */
  forget(did: string): Promise<void>;
  /** Looks a last time. */
  stop(): Promise<void>;
}

export function createStatusKeeper(deps: StatusDeps): StatusKeeper {
  const { limits, log } = deps;
  const keeper = new Keeper(deps);
  let timer: NodeJS.Timeout | undefined;
  let waking: NodeJS.Timeout | undefined;
  let started = false;
  const run = () =>
    keeper
      .look()
      .catch((error: unknown) => log.error({ err: error }, 'live statuses could not be looked after'));
  const keepRunning = async () => {
    await run();
    if (!started) return;
    const wait = limits.reconcileMs * (1 + JITTER * (2 * Math.random() - 1));
    timer = setTimeout(() => void keepRunning(), wait).unref();
  };
  return {
    run,
    forget: (did) => keeper.forget(did),
    start: () => {
      started = true;
      void keepRunning();
    },
    wake: () => {
      if (!started) return;
      waking ??= setTimeout(() => {
        waking = undefined;
        void run();
      }, limits.pushMs).unref();
    },
    stop: async () => {
      const wasStarted = started;
      started = false;
      clearTimeout(timer);
      clearTimeout(waking);
      if (wasStarted) await Promise.race([run(), sleep(GOODBYE_MS, undefined, { ref: false })]);
    },
  };
}

class Keeper {
  readonly #deps: StatusDeps;
  readonly #inTurn = createInTurn();
  /** Whom to leave alone until when, and after how many failures. */
  readonly #resting = new Map<string, { until: number; failures: number }>();

  constructor(deps: StatusDeps) {
    this.#deps = deps;
  }

  async look(): Promise<void> {
    const { due, over } = await this.#toDo();
    const dids = [...due.map(({ did }) => did), ...over.map(({ did }) => did)];
    await Promise.all([...dids.map((did) => this.#attempt(did)), this.#dropStrayLeaves()]);
  }

  /** Whose status is to be set, and whose to be cleared. */
  async #toDo(): Promise<{ due: StatusHost[]; over: StatusRecord[] }> {
    const { store, clock, pagesAt } = this.#deps;
    const hosts = pagesAt === null ? [] : await store.statusHosts();
    const statuses = await store.statuses();
    const standing = new Map(statuses.map((status) => [status.did, status]));
    const hosting = new Set(hosts.map(({ did }) => did));
    return {
      due: hosts.filter((host) => isDue(host, standing.get(host.did), clock())),
      over: statuses.filter(({ did }) => !hosting.has(did)),
    };
  }

  async forget(did: string): Promise<void> {
    const { store, leaves, limits, log } = this.#deps;
    await this.#inTurn(did, async () => {
      const signal = AbortSignal.timeout(limits.outsideMs);
      const failed = (error: unknown) => log.warn({ err: error, did }, 'a leave was not given back in order');
      await this.#clear(did, signal).catch(failed);
      await leaves.drop(did, signal).catch(failed);
      await store.dropStatus(did).catch(failed);
      this.#resting.delete(did);
    });
  }

  /** Does what is to be done by then, unless the last try was of no use too lately. */
  async #attempt(did: string): Promise<void> {
    const { clock, limits, log } = this.#deps;
    await this.#inTurn(did, async () => {
      const rest = this.#resting.get(did);
      if (rest && rest.until > clock()) return;
      try {
        await this.#settle(did, AbortSignal.timeout(limits.outsideMs));
        if (this.#resting.get(did) === rest) this.#resting.delete(did);
      } catch (error) {
        this.#rest(did, (rest?.failures ?? 0) + 1);
        log.warn({ err: error, did }, 'a live status will be tried again');
        await this.#noticeWithdrawal(did);
      }
    });
  }

  async #settle(did: string, signal: AbortSignal): Promise<void> {
    const { due, over } = await this.#toDo();
    const host = due.find((one) => one.did === did);
    if (host) await this.#set(host, signal);
    else if (over.some((one) => one.did === did)) await this.#clear(did, signal);
  }

  #rest(did: string, failures: number): void {
    const { clock, limits } = this.#deps;
    const wait = Math.min(limits.outsideRestMs * 2 ** (failures - 1), limits.statusRenewMs);
    this.#resting.set(did, { until: clock() + wait, failures });
  }

  async #set(host: StatusHost, signal: AbortSignal): Promise<void> {
    const { store, leaves, limits, clock } = this.#deps;
    const { did, spaceId } = host;
    const speak = await leaves.use(did, signal);
    const found = await readStatus(speak, did);
    // What the person says of themselves stands before what we would say of them.
    if (found && !this.#isOurs(found) && isLive(found, clock())) return this.#rest(did, 1);
    const at = clock();
    const cid = await writeStatus(speak, did, await this.#statusFor(host, at), found?.cid ?? null);
    await store.putStatus({ did, spaceId, cid, renewAt: at + limits.statusRenewMs });
  }

  async #clear(did: string, signal: AbortSignal): Promise<void> {
    const { store, leaves } = this.#deps;
    const isStanding = (await store.statuses()).some((status) => status.did === did);
    if (!isStanding) return;
    if (await leaves.has(did)) {
      const speak = await leaves.use(did, signal);
      const found = await readStatus(speak, did);
      if (found && this.#isOurs(found)) await deleteStatus(speak, did, found.cid);
    }
    await store.dropStatus(did);
  }

  #isOurs({ uri }: FoundStatus): boolean {
    return uri !== null && uri.startsWith(`${this.#deps.pagesAt}/s/`);
  }

  async #statusFor({ name, spaceId, title, lang }: StatusHost, at: number) {
    const say = await sayIn(LANGUAGES.find((language) => language === lang) ?? 'en');
    const description = say('share_description', { name: isolated(name) });
    const uri = `${this.#deps.pagesAt}/s/${spaceId}`;
    return { uri, title, description, at, forMs: this.#deps.limits.statusMs };
  }

  /** A leave that was taken back at the person's server is off here too. */
  async #noticeWithdrawal(did: string): Promise<void> {
    const { store, leaves, log } = this.#deps;
    if (await leaves.has(did)) return;
    log.info({ did }, 'the leave to set a live status was taken back');
    const identity = await store.identityOf('bluesky', did);
    if (identity) await store.updateIdentity(identity.id, { status: false });
    await store.dropStatus(did);
  }

  /** A sign-in that nobody took up leaves a leave behind. */
  async #dropStrayLeaves(): Promise<void> {
    const { leaves, limits, clock } = this.#deps;
    const stray = await leaves.withoutStatus(clock() - limits.flowMs - limits.codeMs);
    await Promise.all(stray.map((did) => this.forget(did)));
  }
}

function isDue({ spaceId }: StatusHost, standing: StatusRecord | undefined, now: number): boolean {
  return standing?.spaceId !== spaceId || standing.renewAt <= now;
}

function isLive({ liveUntil }: FoundStatus, now: number): boolean {
  return liveUntil === null || liveUntil > now;
}
