import type { Me, ReactionCount, StageAnswer } from '#shared/schema/stage.ts';
import type { ClientMessage, ServerMessage } from '#shared/schema/stream.ts';
import { NO_STAGE, type StageView } from '#shared/schema/view.ts';
import { Fault } from './fault.ts';

export interface StageFeedDeps {
  /** The token of the session so far. */
  token(): Promise<string | null>;
  fetchStage(spaceId: string): Promise<StageAnswer>;
  now(): number;
  setTimeout(act: () => void, ms: number): unknown;
  clearTimeout(timer: unknown): void;
  /** Called after each change of `view`. */
  onChange(): void;
  onReactions(items: ReactionCount[]): void;
  /** Left out where nobody cares in no Space whether their session is over. */
  idle?: {
    /** The token of the session to hear of; null while that is of no matter. */
    token(): Promise<string | null>;
    onOut(): void;
  };
}

type Say = (message: ClientMessage) => void;

/** The Space that the person is in, as the server tells it: over the push socket, and by asking while that is down. */
export class StageFeed {
  view: StageView = NO_STAGE;
  readonly #deps: StageFeedDeps;
  #spaceId: string | null = null;
  #participantId: string | null = null;
  #shown: boolean | undefined;
  #say: Say | null = null;
  /** The token that the push socket has while there is no Space. */
  #idleToken: string | null = null;
  #expiry: unknown;

  constructor(deps: StageFeedDeps) {
    this.#deps = deps;
  }

  /** From now on this Space, or none. Another participant may be another account, and is followed anew. */
  follow(spaceId: string | null, participantId: string | null): void {
    const { skewMs, stage } = this.view;
    if (stage && stage.id !== spaceId) {
      this.#shown = undefined;
      this.#become({ ...NO_STAGE, skewMs });
    }
    if (spaceId === this.#spaceId && participantId === this.#participantId) return;
    this.#spaceId = spaceId;
    this.#participantId = participantId;
    if (!stage) this.#shown = undefined;
    void (this.#say ? this.#ask() : this.poll());
  }

  /** What a stopped worker had kept; `follow` forgets it again where it is of another Space. */
  recall(view: StageView): void {
    this.view = view;
    this.#shown = view.me?.shown;
    this.#expectExpiry();
  }

  /** Whether we were named to the others in this Space, as last heard. */
  wasShown(spaceId: string): boolean | undefined {
    return this.#isHere(spaceId) || this.view.stage?.id === spaceId ? this.#shown : undefined;
  }

  /** The push socket stands and has greeted, or is down. */
  attach(say: Say | null): void {
    this.#say = say;
    this.#idleToken = null;
    if (say) void (this.#spaceId ? this.#ask() : this.tellIdle());
  }

  /** What the idle token is may have changed. */
  async tellIdle(): Promise<void> {
    const token = await this.#tokenFor(null);
    if (this.#say && !this.#spaceId && token !== this.#idleToken) await this.#ask();
  }

  hear(message: ServerMessage): void {
    switch (message.t) {
      case 'welcome':
        return this.#become({ ...this.view, skewMs: this.#deps.now() - message.now });
      case 'stage':
        return this.#isNews(message.stage) ? this.#become({ ...this.view, stage: message.stage }) : undefined;
      case 'me':
        return this.#isHere(message.spaceId) ? this.#become(this.#with(message.me)) : undefined;
      case 'queue':
        return this.#isHere(message.spaceId)
          ? this.#become({ ...this.view, queue: message.queue })
          : undefined;
      case 'reactions':
        return this.#isHere(message.spaceId) ? this.#deps.onReactions(message.items) : undefined;
      case 'out':
        return this.#deps.idle?.onOut();
      default:
        return undefined;
    }
  }

  /** Another server's clock counts from now on. */
  keepTime(skewMs: number): void {
    if (skewMs !== this.view.skewMs) this.#become({ ...this.view, skewMs });
  }

  /** After a deed of ours: what came of it, where no push tells. */
  async catchUp(): Promise<void> {
    if (!this.#say) await this.poll();
  }

  /** Asks once; resolves also when that failed, with all as it was. */
  async poll(): Promise<void> {
    const spaceId = this.#spaceId;
    if (!spaceId) return;
    try {
      const { stage, me, queue } = await this.#deps.fetchStage(spaceId);
      if (this.#say || !this.#isNews(stage)) return;
      this.#become({ ...this.#with(me), stage, queue, skewMs: this.#deps.now() - stage.at });
    } catch (error) {
      if (!(error instanceof Fault)) throw error;
    }
  }

  async #ask(): Promise<void> {
    const [spaceId, say] = [this.#spaceId, this.#say];
    const token = await this.#tokenFor(spaceId);
    if (spaceId !== this.#spaceId || say !== this.#say) return;
    this.#idleToken = spaceId ? null : token;
    say?.({ t: 'follow', spaceId, ...(token && { token }) });
  }

  async #tokenFor(spaceId: string | null): Promise<string | null> {
    return spaceId ? this.#deps.token() : ((await this.#deps.idle?.token()) ?? null);
  }

  #isHere(spaceId: string): boolean {
    return spaceId === this.#spaceId;
  }

  #isNews({ id, v }: { id: string; v: number }): boolean {
    const { stage } = this.view;
    return this.#isHere(id) && !(stage && stage.id === id && stage.v > v);
  }

  #with(me: Me | null): StageView {
    if (me) this.#shown = me.shown;
    const left = me?.invitation?.leftMs;
    return { ...this.view, me, invitedUntil: left === undefined ? null : this.#deps.now() + left };
  }

  #become(view: StageView): void {
    this.view = view;
    this.#expectExpiry();
    this.#deps.onChange();
  }

  #expectExpiry(): void {
    this.#deps.clearTimeout(this.#expiry);
    const { me, invitedUntil } = this.view;
    if (!me || invitedUntil === null) return;
    this.#expiry = this.#deps.setTimeout(
      () => this.#become({ ...this.view, me: { ...me, invitation: null }, invitedUntil: null }),
      invitedUntil - this.#deps.now(),
    );
  }
}
