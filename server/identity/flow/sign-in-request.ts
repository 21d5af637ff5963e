import type { FlowRequest } from '#shared/schema/account.ts';

/** What a person wants from a network: who they say they are, and what beyond that they give leave for. */
export type SignInRequest = Pick<FlowRequest, 'purpose'> & { who: string };
