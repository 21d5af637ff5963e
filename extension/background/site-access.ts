import type { ChosenSite, Wish } from '#shared/schema/site.ts';
import type { HostScripts } from '../platform/site-access.ts';
import { scriptsFor } from '../sites/scripts.ts';

/** A prompt that was not answered by then was not answered with yes. */
const WISH_MS = 10 * 60_000;

interface Shelf<T> {
  get(): Promise<T>;
  set(value: T): Promise<void>;
}

/** What of the browser this needs; see `platform/site-access.ts`. */
export interface Gates {
  isAllowed(host: string): Promise<boolean>;
  giveBack(host: string): Promise<void>;
  registered(): Promise<HostScripts[]>;
  register(scripts: readonly HostScripts[]): Promise<void>;
  unregister(hosts: readonly string[]): Promise<void>;
  injectNow(scripts: HostScripts): Promise<void>;
  switchOffIn(tabId: number, host: string): Promise<void>;
  switchOffEverywhere(host: string): Promise<void>;
}

export interface SiteAccessDeps {
  gates: Gates;
  chosen: Shelf<ChosenSite[]>;
  wish: Shelf<Wish | null>;
  /** Those of a settings file that wait for the person's yes. */
  awaited: Shelf<ChosenSite[]>;
  isFixed(host: string): boolean;
  now(): number;
}

const scriptsOf = ({ host, software }: ChosenSite): HostScripts => ({ host, ...scriptsFor(software) });

const isSame = (one: HostScripts, other: HostScripts) =>
  one.host === other.host && `${one.js} ${one.css}` === `${other.js} ${other.css}`;

/**
 * Where Perch works beside the sites of the manifest: on hosts that the person chose in Perch and that the browser lets
 * us into, on both conditions. One change at a time; each ends with the browser's registrations as they should be.
 */
export class SiteAccess {
  readonly #deps: SiteAccessDeps;
  #last: Promise<void> = Promise.resolve();

  constructor(deps: SiteAccessDeps) {
    this.#deps = deps;
  }

  /** The browser is asking the person about this site, and Perch begins there when they say yes; null when they said no. */
  wish(site: ChosenSite | null): Promise<void> {
    return this.#inTurn(async () => {
      await this.#deps.wish.set(site && { site, at: this.#deps.now() });
      await this.#reconcile();
    });
  }

  /** Makes all as it should be, whatever changed while nobody looked. */
  reconcile(): Promise<void> {
    return this.#inTurn(() => this.#reconcile());
  }

  /** The permission of these hosts was taken back, which counts even where a broader one covers them. */
  drop(hosts: readonly string[]): Promise<void> {
    return this.#inTurn(() => this.#reconcile(hosts));
  }

  /** The person does not want Perch on this host any more. */
  async remove(host: string): Promise<void> {
    await this.drop([host]);
    await this.#deps.gates.giveBack(host);
  }

  /** A page that ours still shows itself in, though it is none of ours: one that was put away while its host was removed. */
  async check(host: string, tabId: number): Promise<void> {
    const { chosen, isFixed, gates } = this.#deps;
    if (isFixed(host) || (await chosen.get()).some((site) => site.host === host)) return;
    await gates.switchOffIn(tabId, host);
  }

  async #reconcile(dropped: readonly string[] = []): Promise<void> {
    const { chosen, gates } = this.#deps;
    const before = await chosen.get();
    const granted = await this.#grantedWish();
    const wanted = before.filter(({ host }) => !dropped.includes(host) && host !== granted?.host);
    if (granted) wanted.push(granted);
    const allowed = await Promise.all(wanted.map(({ host }) => gates.isAllowed(host)));
    const sites = wanted.filter((_, at) => allowed[at]);
    const [gone, come] = [without(before, sites), without(sites, before)];
    if (gone.length + come.length > 0) await chosen.set(sites);
    await this.#register(sites.map(scriptsOf));
    for (const { host } of gone) await gates.switchOffEverywhere(host);
    for (const site of come) await gates.injectNow(scriptsOf(site));
    if (come.length > 0) await this.#noLongerAwait(come);
  }

  /** What the person wished for, once the browser has let us in there. */
  async #grantedWish(): Promise<ChosenSite | null> {
    const { wish, gates, now } = this.#deps;
    const made = await wish.get();
    if (!made || now() - made.at > WISH_MS || !(await gates.isAllowed(made.site.host))) return null;
    await wish.set(null);
    return made.site;
  }

  /** Wherever the person said yes. */
  async #noLongerAwait(come: readonly ChosenSite[]): Promise<void> {
    const { awaited } = this.#deps;
    const waiting = await awaited.get();
    await awaited.set(waiting.filter(({ host }) => !come.some((site) => site.host === host)));
  }

  async #register(wanted: readonly HostScripts[]): Promise<void> {
    const { gates } = this.#deps;
    const there = await gates.registered();
    const stale = there.filter((one) => !wanted.some((other) => isSame(one, other)));
    const missing = wanted.filter((one) => !there.some((other) => isSame(one, other)));
    if (stale.length > 0) await gates.unregister(stale.map(({ host }) => host));
    if (missing.length > 0) await gates.register(missing);
  }

  #inTurn(act: () => Promise<void>): Promise<void> {
    this.#last = this.#last.then(act, act);
    return this.#last;
  }
}

/** The sites of one list that the other does not hold just so. */
function without(sites: readonly ChosenSite[], others: readonly ChosenSite[]): ChosenSite[] {
  return sites.filter(
    ({ host, software }) => !others.some((other) => other.host === host && other.software === software),
  );
}
