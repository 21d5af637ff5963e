import { describeRoute, resolver } from 'hono-openapi';
import type { GenericSchema } from 'valibot';
import { ERROR_STATUS, ProblemSchema, type ErrorCode } from '#shared/schema/errors.ts';

type Responses = NonNullable<Parameters<typeof describeRoute>[0]['responses']>;

interface Description {
  summary: string;
  /** Its schema, or its type when it is no JSON; absent for an answer without a body (204). */
  answer?: GenericSchema | string;
  refusals?: ErrorCode[];
  signedIn?: boolean;
}

/** Describes a route for `/openapi.json`. */
export function described({ summary, answer, refusals = [], signedIn = false }: Description) {
  const codes: ErrorCode[] = signedIn ? ['unauthenticated', ...refusals] : refusals;
  return describeRoute({
    summary,
    responses: { ...success(answer), ...refusalsByStatus(codes) },
    ...(signedIn && { security: [{ session: [] }] }),
  });
}

function success(answer: Description['answer']): Responses {
  if (!answer) return { 204: { description: 'Done' } };
  if (typeof answer === 'string') return { 200: { description: 'Done', content: { [answer]: {} } } };
  return { 200: { description: 'Done', content: { 'application/json': { schema: resolver(answer) } } } };
}

function refusalsByStatus(codes: ErrorCode[]): Responses {
  const content = { 'application/problem+json': { schema: resolver(ProblemSchema) } };
  const statuses = new Set(codes.map((code) => ERROR_STATUS[code]));
  return Object.fromEntries(
    [...statuses].map((status) => {
      const here = codes.filter((code) => ERROR_STATUS[code] === status);
      return [status, { description: here.join(', '), content }];
    }),
  );
}
