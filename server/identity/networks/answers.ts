import * as v from 'valibot';
import { Refusal } from '../../spaces/refusal.ts';

/** What a network's server answered, when it has this shape; refuses with `network_unreachable` otherwise. */
export async function answerOf<Schema extends v.GenericSchema>(
  response: Response,
  schema: Schema,
): Promise<v.InferOutput<Schema>> {
  if (!response.ok) {
    await response.body?.cancel();
    throw new Refusal('network_unreachable');
  }
  const read = v.safeParse(schema, await response.json());
  if (!read.success) throw new Refusal('network_unreachable');
  return read.output;
}

interface OAuthFailure {
  error?: unknown;
  cause?: unknown;
}

/** The word by which an OAuth server said no, in its body or in its header; null when it said none. */
export function oauthError(failure: unknown): string | null {
  const { error, cause } = (failure ?? {}) as OAuthFailure;
  if (typeof error === 'string') return error;
  const challenges = v.safeParse(ChallengesSchema, cause);
  return (
    (challenges.success && challenges.output.find(({ parameters }) => parameters.error)?.parameters.error) ||
    null
  );
}

const ChallengesSchema = v.array(v.object({ parameters: v.object({ error: v.optional(v.string()) }) }));
