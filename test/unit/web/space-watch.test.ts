import { describe, expect, it } from 'vitest';
import { Fault } from '#shared/client/fault.ts';
import type { LineEvents } from '#shared/client/push-line.ts';
import type { StageAnswer } from '#shared/schema/stage.ts';
import { SpaceWatch } from '../../../server/web/app/space-watch.ts';
import { card, stageOf } from '../../support/people.ts';

const walks = card(1, 'Small webs, long walks');
const answer = (): StageAnswer => ({ stage: stageOf(walks), me: null, queue: null, blocked: [], muted: [] });

function createWatch(fetchStage: () => Promise<StageAnswer>) {
  const said: unknown[] = [];
  const lines: LineEvents[] = [];
  const watch = new SpaceWatch({
    spaceId: walks.id,
    openLine: (events) => {
      lines.push(events);
      return { send: (text) => said.push(JSON.parse(text)), close: () => undefined };
    },
    fetchStage,
    token: async () => null,
    now: () => 5_000,
    setTimeout: () => ({}),
    clearTimeout: () => undefined,
    random: () => 0,
    onReactions: () => undefined,
  });
  const hear = (message: object) => lines.at(-1)!.onText(JSON.stringify(message));
  return { watch, said, lines, hear };
}
const settle = () => new Promise((resolve) => setTimeout(resolve));

describe('the Space that a page is about', () => {
  it('is known before the push socket is up', async () => {
    const { watch } = createWatch(async () => answer());
    watch.followAs(null);
    await settle();
    expect(watch.view.value.stage?.title).toBe(walks.title);
    expect(watch.fault.value).toBeNull();
  });

  it('is followed alone, without the list of the others', async () => {
    const { watch, said, lines } = createWatch(async () => answer());
    watch.followAs(null);
    watch.want(true);
    lines[0]!.onOpen();
    await settle();
    expect(said).toEqual([
      { t: 'hello', topics: [] },
      { t: 'follow', spaceId: walks.id },
    ]);
  });

  it.each(['not_found', 'unreachable', 'rate_limited'] as const)(
    'is not known, and why: %s, until it is heard of',
    async (code) => {
      const { watch, lines, hear } = createWatch(() => Promise.reject(new Fault(code)));
      watch.followAs(null);
      await settle();
      expect(watch.fault.value).toBe(code);
      expect(await watch.refresh()).toBe(code);
      watch.want(true);
      lines[0]!.onOpen();
      hear({ t: 'welcome', ping: 20, now: 5_000 });
      expect(watch.fault.value).toBe(code);
      hear({ t: 'stage', stage: stageOf(walks) });
      expect(watch.fault.value).toBeNull();
      expect(watch.view.value.stage?.title).toBe(walks.title);
    },
  );

  it('stays as it was while the server is away, and says that it is away', async () => {
    let isUp = true;
    const { watch, lines } = createWatch(async () => {
      if (isUp) return answer();
      throw new Fault('unreachable');
    });
    watch.followAs(null);
    watch.want(true);
    lines[0]!.onOpen();
    await settle();
    isUp = false;
    lines[0]!.onClose();
    await settle();
    expect(watch.fault.value).toBe('unreachable');
    expect(await watch.refresh()).toBe('unreachable');
    isUp = true;
    expect(await watch.refresh()).toBeNull();
    expect(watch.view.value.stage?.title).toBe(walks.title);
  });
});
