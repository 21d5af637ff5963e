import { Fault } from '#shared/client/fault.ts';

const HERE = ['localhost', '127.0.0.1'];

function parseUrl(text: string): URL {
  const hasScheme = /^[a-z][a-z0-9+.-]*:\/\//i.test(text);
  const isHere = HERE.some(
    (name) => text === name || text.startsWith(`${name}:`) || text.startsWith(`${name}/`),
  );
  const url = hasScheme ? text : `${isHere ? 'http' : 'https'}://${text}`;
  if (!URL.canParse(url)) throw new Fault('bad_address');
  return new URL(url);
}

/**
 * The origin of a server address as a person writes it. Throws `bad_address` for all but https, and http on this
 * computer.
 */
export function serverOrigin(input: string): string {
  const url = parseUrl(input.trim());
  const isAllowed = url.protocol === 'https:' || (url.protocol === 'http:' && HERE.includes(url.hostname));
  if (!isAllowed || url.username || url.password) throw new Fault('bad_address');
  return url.origin;
}
