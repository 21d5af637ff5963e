import { Hono } from 'hono';
import { HealthSchema, ReadySchema } from '#shared/schema/api.ts';
import pkg from '../../package.json' with { type: 'json' };
import { isFromThisMachine } from '../client-address.ts';
import { described } from './described.ts';
import type { AppEnv } from './env.ts';
import { problem } from './problem.ts';

interface HealthDeps {
  clock: () => number;
  readiness: () => Promise<{ store: boolean; media: boolean; open: boolean }>;
  metrics: { contentType: string; text: () => Promise<string> };
}

export function healthRoutes({ clock, readiness, metrics }: HealthDeps) {
  return new Hono<AppEnv>()
    .get('/healthz', HEALTH, (c) => c.json({ perch: pkg.version, now: clock() }))
    .get('/readyz', READY, async (c) => {
      const { store, media, open } = await readiness();
      const ready = store && media && open;
      return c.json({ ready, store, media }, ready ? 200 : 503);
    })
    .get('/metrics', async (c) => {
      if (!isFromThisMachine(c.env?.incoming)) return problem(c, 'not_found');
      return c.body(await metrics.text(), 200, { 'content-type': metrics.contentType });
    });
}

const HEALTH = described({ summary: 'Says that this is a Perch server', answer: HealthSchema });
const READY = described({ summary: 'Says whether store and media answer', answer: ReadySchema });
