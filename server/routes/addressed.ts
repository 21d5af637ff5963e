import type { Context } from 'hono';
import * as v from 'valibot';
import { PERSON_ACTIONS, type PersonAction } from '#shared/policy/policy.ts';
import { ParticipantIdSchema, SpaceIdSchema } from '#shared/schema/space.ts';
import { Refusal } from '../spaces/refusal.ts';
import type { AppEnv } from './env.ts';

const ActionSchema = v.picklist(Object.keys(PERSON_ACTIONS) as PersonAction[]);

/** The Space in the address; one that cannot be refuses with `not_found`, as do the two below. */
export function spaceIdOf(c: Context<AppEnv>): string {
  return partOf(SpaceIdSchema, c.req.param('id'));
}

export function participantIdOf(c: Context<AppEnv>): string {
  return partOf(ParticipantIdSchema, c.req.param('pid'));
}

export function actionOf(c: Context<AppEnv>): PersonAction {
  return partOf(ActionSchema, c.req.param('action'));
}

function partOf<Output>(schema: v.GenericSchema<unknown, Output>, part: string | undefined): Output {
  const result = v.safeParse(schema, part);
  if (!result.success) throw new Refusal('not_found');
  return result.output;
}
