import * as v from 'valibot';
import { type Recap, RecapSchema } from '#shared/schema/recap.ts';
import { item } from './store.ts';

/** Whom the person met in the Space that they are or were in last. */
export const lastRecap = item<Recap | null>('session:recap', v.nullable(RecapSchema), null);

const LiveCountSchema = v.object({ n: v.number(), until: v.number() });
/** How many Spaces were live, and until when that may be said, ms since the epoch. */
export type LiveCount = v.InferOutput<typeof LiveCountSchema>;
export const lastCount = item<LiveCount | null>('session:count', v.nullable(LiveCountSchema), null);
