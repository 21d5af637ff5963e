import * as v from 'valibot';
import type { SignInRecords } from '../../records.ts';
import { type Seal, unsealed } from '../../seal.ts';
import { answerOf } from '../answers.ts';
import { AppUnknown, clientAt } from '../oauth-client.ts';
import type { Outside } from '../outside.ts';
import { newSecret } from '../../tickets.ts';
import type { Server } from './server.ts';

const KIND = 'mastodon-app';
const NAME = 'Perch';
/** What says who somebody is, since 4.3; before that only what reads accounts does. Each sign-in asks for one of them. */
export const PROFILE = 'profile';
export const READ_ACCOUNTS = 'read:accounts';

export const AppSchema = v.object({ clientId: v.string(), clientSecret: v.string() });
/** Our registration at one server. */
export type App = v.InferOutput<typeof AppSchema>;
const KeptSchema = v.object({ ...AppSchema.entries, callback: v.string(), scopes: v.string() });
const RegisteredSchema = v.object({
  client_id: v.pipe(v.string(), v.minLength(1), v.maxLength(500)),
  client_secret: v.pipe(v.string(), v.minLength(1), v.maxLength(500)),
});

interface AppsDeps {
  records: Pick<SignInRecords, 'putSecret' | 'secret' | 'dropSecret'>;
  seal: Seal;
  clock: () => number;
}

interface Wanted {
  ask: Outside;
  host: string;
  server: Server;
  callback: string;
}

/** Our registrations at Mastodon's servers: one for each, made when first needed, and again when it is known there no more. */
export interface Apps {
  at(wanted: Wanted): Promise<App>;
  /** The one that stands; null where there is none. */
  known(host: string): Promise<App | null>;
  drop(host: string): Promise<void>;
}

export function createApps({ records, seal, clock }: AppsDeps): Apps {
  const underWay = new Map<string, Promise<App>>();
  const about = (host: string) => `${KIND} ${host}`;
  const kept = async (host: string) =>
    unsealed(seal, await records.secret(KIND, host), about(host), KeptSchema);
  const make = async (wanted: Wanted): Promise<App> => {
    const { host, callback } = wanted;
    const scopes = scopesOf(wanted.server);
    const before = await kept(host);
    if (before?.callback === callback && before.scopes === scopes && (await isKnown(wanted, before)))
      return before;
    const app = await register(wanted, scopes);
    await records.putSecret(KIND, host, seal.close({ ...app, callback, scopes }, about(host)), clock());
    return app;
  };
  return {
    // Of those who come at once one registers and all use it.
    at: (wanted) => {
      const name = `${wanted.host} ${wanted.callback}`;
      const making = underWay.get(name) ?? make(wanted).finally(() => underWay.delete(name));
      underWay.set(name, making);
      return making;
    },
    known: kept,
    drop: (host) => records.dropSecret(KIND, host),
  };
}

/** The least with which a sign-in says who it is. */
export function scopeOf(server: Server, reads: boolean): string {
  return !reads && server.scopes_supported?.includes(PROFILE) ? PROFILE : READ_ACCOUNTS;
}

function scopesOf(server: Server): string {
  return server.scopes_supported?.includes(PROFILE) ? `${PROFILE} ${READ_ACCOUNTS}` : READ_ACCOUNTS;
}

async function register({ ask, host, callback }: Wanted, scopes: string): Promise<App> {
  const form = new URLSearchParams({ client_name: NAME, redirect_uris: callback, scopes });
  const { origin, protocol } = new URL(callback);
  if (protocol === 'https:') form.set('website', origin);
  const response = await ask(`https://${host}/api/v1/apps`, { method: 'POST', body: form });
  const made = await answerOf(response, RegisteredSchema);
  return { clientId: made.client_id, clientSecret: made.client_secret };
}

/**
 * Servers clean up applications that nobody uses, and then people would be sent to a page of theirs that only says so. A
 * code that never was tells: to be refused for that, the application must be known.
 */
async function isKnown({ ask, server, callback }: Wanted, app: App): Promise<boolean> {
  const client = await clientAt(server, { ...app, by: 'post' }, ask);
  const answer = new URLSearchParams({ code: 'none', iss: server.issuer });
  const refused: unknown = await client
    .redeem(answer, callback, newSecret())
    .catch((error: unknown) => error);
  return !(refused instanceof AppUnknown);
}
