import { homedir } from 'node:os';
import { join } from 'node:path';
import * as v from 'valibot';
import { GUEST_RIGHTS, GuestRightsSchema, type GuestRights } from '#shared/schema/account.ts';
import { DEFAULT_LIMITS, LimitOverridesSchema, type Limits } from '#shared/schema/limits.ts';

const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;

const port = v.pipe(v.string(), v.regex(/^\d{1,5}$/), v.transform(Number), v.maxValue(65_535));
const flag = v.pipe(
  v.picklist(['0', '1', 'true', 'false']),
  v.transform((text) => text === '1' || text === 'true'),
);
const list = (each: RegExp) =>
  v.pipe(
    v.string(),
    v.transform((text) => text.split(/[\s,]+/).filter((part) => part !== '')),
    v.check((parts) => parts.every((part) => each.test(part))),
  );
const mail = v.pipe(v.string(), v.email());
const address = (protocols: string[]) =>
  v.pipe(
    v.string(),
    v.check((text) => protocols.includes(URL.parse(text)?.protocol ?? '')),
    v.transform((text) => text.replace(/\/+$/, '')),
  );
const contact = v.pipe(
  v.string(),
  v.check((text) => v.is(mail, text) || ['http:', 'https:'].includes(URL.parse(text)?.protocol ?? '')),
);

const EnvironmentSchema = v.object({
  PORT: v.optional(port, '8790'),
  HOST: v.optional(v.pipe(v.string(), v.minLength(1)), '127.0.0.1'),
  PUBLIC_URL: v.optional(address(['http:', 'https:'])),
  TRUST_PROXY: v.optional(v.pipe(v.string(), v.regex(/^\d$/), v.transform(Number)), '0'),
  DATA_DIR: v.optional(v.pipe(v.string(), v.minLength(1))),
  LIVEKIT_URL: v.optional(address(['ws:', 'wss:', 'http:', 'https:'])),
  LIVEKIT_API_KEY: v.optional(v.pipe(v.string(), v.minLength(1))),
  LIVEKIT_API_SECRET: v.optional(v.pipe(v.string(), v.minLength(32))),
  LIVEKIT_NODE_IP: v.optional(v.union([v.pipe(v.string(), v.ipv4()), v.pipe(v.string(), v.ipv6())])),
  LIVEKIT_TCP_PORT: v.optional(port, '7881'),
  LIVEKIT_UDP_PORT: v.optional(port, '7882'),
  MEDIA_STAYS: v.optional(flag, '0'),
  EXTENSION_URL: v.optional(address(['http:', 'https:'])),
  GUESTS: v.optional(GuestRightsSchema),
  X_CLIENT_ID: v.optional(v.pipe(v.string(), v.minLength(1))),
  X_CLIENT_SECRET: v.optional(v.pipe(v.string(), v.minLength(1))),
  OPERATORS: v.optional(list(/^(?:@[^\s@]+@[^\s@]+|did:[a-z]+:\S+|x:\d+)$/), ''),
  OPERATOR_CONTACT: v.optional(contact),
  SIGN_IN_RETURNS: v.optional(list(/^https:\/\/[^\s/]+\/\S*$|^http:\/\/127\.0\.0\.1\/\S*$/), ''),
  PERCH_DEMO: v.optional(flag, '0'),
  LOG_LEVEL: v.optional(v.picklist(LOG_LEVELS), 'info'),
  PERCH_TEST_LIMITS: v.optional(v.pipe(v.string(), v.parseJson(), LimitOverridesSchema)),
});
type Environment = v.InferOutput<typeof EnvironmentSchema>;

/** What each variable must be, for the sentence that names it. */
const MUST_BE: Record<keyof Environment, string> = {
  PORT: 'a port number from 0 to 65535',
  HOST: 'an address to listen on, such as 127.0.0.1 or 0.0.0.0',
  PUBLIC_URL: 'the http or https address that people use, such as https://spaces.example.org',
  TRUST_PROXY: 'the number of proxies in front of the server, from 0 to 9',
  DATA_DIR: 'a folder',
  LIVEKIT_URL: 'a ws, wss, http or https address',
  LIVEKIT_API_KEY: 'the key of your LiveKit server',
  LIVEKIT_API_SECRET: 'the secret of your LiveKit server, at least 32 characters',
  LIVEKIT_NODE_IP: 'the IP address at which browsers reach the media ports',
  LIVEKIT_TCP_PORT: 'a port number from 0 to 65535',
  LIVEKIT_UDP_PORT: 'a port number from 0 to 65535',
  MEDIA_STAYS: '1 or 0',
  GUESTS: `one of ${GUEST_RIGHTS.join(', ')}`,
  X_CLIENT_ID: 'the client id of your app at X',
  X_CLIENT_SECRET: 'the client secret of your app at X',
  OPERATORS: 'identities such as @ana@mastodon.example, did:plc:abc or x:123, with commas between',
  OPERATOR_CONTACT: 'a mail address, or an http or https address, at which people reach you',
  SIGN_IN_RETURNS: 'https addresses of other builds of the extension, with commas between',
  EXTENSION_URL: 'the http or https address where people get the extension',
  PERCH_DEMO: '1 or 0',
  LOG_LEVEL: `one of ${LOG_LEVELS.join(', ')}`,
  PERCH_TEST_LIMITS: 'a JSON object of limits and numbers',
};

export interface Config {
  port: number;
  host: string;
  publicUrl: string | null;
  /** How many proxies stand in front; their X-Forwarded headers are believed, nobody else's. */
  trustProxy: number;
  dataDir: string;
  /** A LiveKit of the operator's own; null means that the server runs one. */
  livekit: { url: string; apiKey: string; apiSecret: string } | null;
  livekitNodeIp: string | null;
  livekitTcpPort: number;
  livekitUdpPort: number;
  mediaStays: boolean;
  /** Where people get the extension; null when the pages offer none. */
  extensionUrl: string | null;
  /** What people without an identity may do. */
  guests: GuestRights;
  /** The operator's app at X; null when nobody signs in by X. */
  x: { clientId: string; clientSecret: string | null } | null;
  /** Who may use the moderation page: `@user@domain`, a DID, or `x:` and X's id. */
  operators: string[];
  /** Where people reach who runs the server: a mail address or a page; null when nothing is said of it. */
  operatorContact: string | null;
  /** Where the browser may end up after a sign-in, beside the extension as it is published and the server's own pages. */
  signInReturns: string[];
  demo: boolean;
  logLevel: (typeof LOG_LEVELS)[number];
  limits: Limits;
}

/** A wrong environment; the message is one sentence for the terminal. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
}

/** Reads the whole configuration once. An empty variable counts as absent. Throws `ConfigError`. */
export function readConfig(env: NodeJS.ProcessEnv): Config {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''));
  const parsed = v.safeParse(EnvironmentSchema, given);
  if (!parsed.success) throw new ConfigError(sentenceFor(v.getDotPath(parsed.issues[0])));
  if (parsed.output.PERCH_TEST_LIMITS && env.NODE_ENV !== 'test') {
    throw new ConfigError('PERCH_TEST_LIMITS is for tests; remove it or set NODE_ENV=test.');
  }
  return toConfig(parsed.output, env);
}

function sentenceFor(path: string | null): string {
  const name = (path ?? '').split('.')[0] as keyof Environment;
  return `${name} must be ${MUST_BE[name]}.`;
}

function toConfig(values: Environment, env: NodeJS.ProcessEnv): Config {
  return {
    port: values.PORT,
    host: values.HOST,
    publicUrl: values.PUBLIC_URL ?? null,
    trustProxy: values.TRUST_PROXY,
    dataDir: values.DATA_DIR ?? defaultDataDir(env),
    livekit: livekitOf(values),
    livekitNodeIp: values.LIVEKIT_NODE_IP ?? null,
    livekitTcpPort: values.LIVEKIT_TCP_PORT,
    livekitUdpPort: values.LIVEKIT_UDP_PORT,
    mediaStays: values.MEDIA_STAYS,
    extensionUrl: values.EXTENSION_URL ?? null,
    guests: values.GUESTS ?? (values.PUBLIC_URL ? 'listen' : 'host'),
    x: values.X_CLIENT_ID
      ? { clientId: values.X_CLIENT_ID, clientSecret: values.X_CLIENT_SECRET ?? null }
      : null,
    operators: values.OPERATORS,
    operatorContact: values.OPERATOR_CONTACT ?? null,
    signInReturns: values.SIGN_IN_RETURNS,
    demo: values.PERCH_DEMO,
    logLevel: values.LOG_LEVEL,
    limits: { ...DEFAULT_LIMITS, ...values.PERCH_TEST_LIMITS },
  };
}

function livekitOf(values: Environment): Config['livekit'] {
  const { LIVEKIT_URL: url, LIVEKIT_API_KEY: apiKey, LIVEKIT_API_SECRET: apiSecret } = values;
  if (!url && !apiKey && !apiSecret) return null;
  if (url && apiKey && apiSecret) return { url, apiKey, apiSecret };
  throw new ConfigError('LIVEKIT_URL, LIVEKIT_API_KEY and LIVEKIT_API_SECRET must be set together.');
}

function defaultDataDir(env: NodeJS.ProcessEnv): string {
  return join(env.XDG_DATA_HOME ?? join(homedir(), '.local', 'share'), 'perch');
}
