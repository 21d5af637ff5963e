import * as v from 'valibot';

const HOST_MAX = 253;
const HOST = /^(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z](?:[a-z0-9-]{0,61}[a-z0-9])$/;

/** What names the host in an address, or in a full name such as `@ana@mastodon.social`. */
function hostIn(text: string): string {
  const bare = text.replace(/^https?:\/\//i, '').replace(/^@?[^@/]+@/, '');
  const address = `https://${bare}`;
  if (!URL.canParse(address)) return '';
  const { hostname, port } = new URL(address);
  return port ? '' : hostname;
}

/** The name of a public host, from whatever a person writes or pastes for it; other letters than ASCII in their ASCII form. */
export const HostNameSchema = v.pipe(
  v.string(),
  v.maxLength(4 * HOST_MAX),
  v.transform((text) => hostIn(text.trim())),
  v.maxLength(HOST_MAX),
  v.regex(HOST),
);
