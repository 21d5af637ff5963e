import { signal, type ReadonlySignal } from '@preact/signals';
import { Fault } from '#shared/client/fault.ts';
import { PushLine, type Line, type LineClock, type LineEvents } from '#shared/client/push-line.ts';
import { StageFeed } from '#shared/client/stage-feed.ts';
import type { FaultCode } from '#shared/schema/errors.ts';
import type { ReactionCount, StageAnswer } from '#shared/schema/stage.ts';
import { NO_STAGE, type StageView } from '#shared/schema/view.ts';

export interface SpaceWatchDeps extends LineClock {
  spaceId: string;
  openLine(events: LineEvents): Line;
  fetchStage(spaceId: string): Promise<StageAnswer>;
  /** The token of the session so far. */
  token(): Promise<string | null>;
  now(): number;
  onReactions(items: ReactionCount[]): void;
}

/** The one Space that the page is about, kept true by the push socket, and by asking while that is down. */
export class SpaceWatch {
  readonly #deps: SpaceWatchDeps;
  readonly #view = signal<StageView>(NO_STAGE);
  readonly #fault = signal<FaultCode | null>(null);
  readonly #feed: StageFeed;
  readonly #line: PushLine;

  constructor(deps: SpaceWatchDeps) {
    this.#deps = deps;
    this.#feed = new StageFeed({
      ...deps,
      fetchStage: (spaceId) => this.#fetch(spaceId),
      onChange: () => this.#handleChange(),
    });
    this.#line = new PushLine({
      ...deps,
      hello: () => ({ t: 'hello', topics: [] }),
      attach: (say) => this.#feed.attach(say),
      hear: (message) => this.#feed.hear(message),
      poll: () => this.#feed.poll(),
    });
  }

  get view(): ReadonlySignal<StageView> {
    return this.#view;
  }

  /** What stood in the way of hearing about the Space, the last time. */
  get fault(): ReadonlySignal<FaultCode | null> {
    return this.#fault;
  }

  /** Follows the Space as this participant of ours, or as somebody who only looks. */
  followAs(participantId: string | null): void {
    this.#feed.follow(this.#deps.spaceId, participantId);
  }

  /** Keeps the push socket open, or closes it and lets what is known grow old. */
  want(on: boolean): void {
    this.#line.want(on);
  }

  /** Asks now; resolves also when that failed. */
  async refresh(): Promise<FaultCode | null> {
    await this.#feed.poll();
    return this.#fault.value;
  }

  /** After a deed of ours: what came of it, where no push tells. */
  catchUp(): Promise<void> {
    return this.#feed.catchUp();
  }

  wasShown(spaceId: string): boolean | undefined {
    return this.#feed.wasShown(spaceId);
  }

  async #fetch(spaceId: string): Promise<StageAnswer> {
    try {
      const answer = await this.#deps.fetchStage(spaceId);
      this.#fault.value = null;
      return answer;
    } catch (error) {
      if (error instanceof Fault) this.#fault.value = error.code;
      throw error;
    }
  }

  #handleChange(): void {
    const { view } = this.#feed;
    if (view.stage !== this.#view.value.stage) this.#fault.value = null;
    this.#view.value = view;
  }
}
