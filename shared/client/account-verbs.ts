import type {
  About,
  Device,
  Flow,
  FlowRequest,
  IdentityRequest,
  MastodonAccess,
  MyAccount,
  Swapped,
  SwapRequest,
} from '#shared/schema/account.ts';
import {
  AboutSchema,
  DevicesSchema,
  FlowSchema,
  MyAccountSchema,
  SwappedSchema,
} from '#shared/schema/account.ts';
import { SessionSchema, type Session } from '#shared/schema/api.ts';
import type { ServerClient } from './server-client.ts';

const identityPath = (id: string) => `/v1/me/identities/${encodeURIComponent(id)}`;

/** Which networks people can sign in with there, and what guests may do. */
export function fetchAbout(server: ServerClient): Promise<About> {
  return server.call('/v1/about', { answer: AboutSchema });
}

/** Begins a sign-in; with a session's token what is proved is linked to that account. */
export function beginFlow(server: ServerClient, token: string | null, body: FlowRequest): Promise<Flow> {
  return server.call('/v1/auth/flows', { ...(token && { token }), body, answer: FlowSchema });
}

/** The one-time code of a sign-in for what it brought. */
export function swapCode(server: ServerClient, body: SwapRequest): Promise<Swapped> {
  return server.call('/v1/auth/session', { body, answer: SwappedSchema });
}

/** Joins the account of a `taken` identity to the caller's. */
export function mergeAccounts(server: ServerClient, token: string, ticket: string): Promise<void> {
  return server.call('/v1/auth/merge', { token, body: { ticket } });
}

/** A new token for the session; the old one works until the new one is used. */
export function renewSession(server: ServerClient, token: string): Promise<Session> {
  return server.call('/v1/auth/renew', { token, body: {}, answer: SessionSchema });
}

export function signOut(server: ServerClient, token: string): Promise<void> {
  return server.call('/v1/auth/sign-out', { token, body: {} });
}

export function fetchMe(server: ServerClient, token: string): Promise<MyAccount> {
  return server.call('/v1/me', { token, answer: MyAccountSchema });
}

export function rename(server: ServerClient, token: string, name: string): Promise<void> {
  return server.call('/v1/me', { method: 'PATCH', token, body: { name } });
}

export function deleteAccount(server: ServerClient, token: string): Promise<void> {
  return server.call('/v1/me', { method: 'DELETE', token });
}

export function changeIdentity(
  server: ServerClient,
  token: string,
  id: string,
  body: IdentityRequest,
): Promise<void> {
  return server.call(identityPath(id), { method: 'PATCH', token, body });
}

/** The last one takes the account with it. */
export function unlink(server: ServerClient, token: string, id: string): Promise<void> {
  return server.call(identityPath(id), { method: 'DELETE', token });
}

export async function fetchDevices(server: ServerClient, token: string): Promise<Device[]> {
  return (await server.call('/v1/me/sessions', { token, answer: DevicesSchema })).sessions;
}

export function signOutDevice(server: ServerClient, token: string, id: string): Promise<void> {
  return server.call(`/v1/me/sessions/${encodeURIComponent(id)}`, { method: 'DELETE', token });
}

/** Takes back a token that this device was handed to read whom a Mastodon account follows. */
export function revokeMastodon(
  server: ServerClient,
  { server: host, token }: Pick<MastodonAccess, 'server'> & { token: string },
): Promise<void> {
  return server.call('/v1/auth/mastodon/revoke', { body: { server: host, token } });
}
