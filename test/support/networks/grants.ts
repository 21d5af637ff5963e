import { createHash, randomBytes } from 'node:crypto';

/** An application that may ask people for their consent. */
export interface Client {
  id: string;
  /** Null for a public client, which proves nothing. */
  secret: string | null;
  name: string;
  redirectUris: readonly string[];
  scopes: readonly string[];
}

/** What a person consents to. */
export interface Wish {
  client: Client;
  redirectUri: string;
  scopes: readonly string[];
  state: string | null;
  /** The PKCE challenge (S256). */
  challenge: string | null;
}

export interface IssuedToken {
  token: string;
  clientId: string;
  user: string;
  scopes: readonly string[];
  isRevoked: boolean;
}

interface Code {
  wish: Wish;
  user: string;
  isSpent: boolean;
}

export interface Redeeming {
  client: Client;
  code: string | undefined;
  redirectUri: string | undefined;
  verifier: string | undefined;
}

export interface GrantRules {
  /** Whether codes are bound to a PKCE challenge. */
  knowsPkce: boolean;
  /** Whether somebody who consents again to the same gets the same token, as Mastodon does it. */
  reusesTokens: boolean;
}

const secret = () => randomBytes(24).toString('base64url');
const challengeOf = (verifier: string) => createHash('sha256').update(verifier).digest('base64url');
const isSame = (one: readonly string[], other: readonly string[]) =>
  one.length === other.length && one.every((scope) => other.includes(scope));

/** The clients, codes and tokens of one authorization server. */
export class Grants {
  readonly clients: Client[] = [];
  readonly tokens: IssuedToken[] = [];
  readonly #codes = new Map<string, Code>();
  readonly #rules: GrantRules;

  constructor(rules: GrantRules) {
    this.#rules = rules;
  }

  register(client: Pick<Client, 'name' | 'redirectUris' | 'scopes'>): Client & { secret: string } {
    const made = { ...client, id: secret(), secret: secret() };
    this.clients.push(made);
    return made;
  }

  client(id: string | undefined): Client | undefined {
    return this.clients.find((client) => client.id === id);
  }

  /** A code for what `user` consented to, for one use. */
  codeFor(wish: Wish, user: string): string {
    const code = secret();
    this.#codes.set(code, { wish, user, isSpent: false });
    return code;
  }

  /** Every code that was given and not yet used is too old from now on. */
  expireCodes(): void {
    for (const code of this.#codes.values()) code.isSpent = true;
  }

  /** The token for a code; null when the code is not this client's, not for this redirect or verifier, or was used. */
  redeem({ client, code, redirectUri, verifier }: Redeeming): IssuedToken | null {
    const found = this.#codes.get(code ?? '');
    if (found === undefined || found.isSpent) return null;
    const { wish, user } = found;
    if (wish.client.id !== client.id || wish.redirectUri !== redirectUri) return null;
    if (this.#rules.knowsPkce && !this.#isProven(wish.challenge, verifier)) return null;
    found.isSpent = true;
    return this.#issue(client, user, wish.scopes);
  }

  find(token: string | null): IssuedToken | undefined {
    return this.tokens.find((one) => one.token === token);
  }

  /** Revokes a token that was issued to this client; anybody else's stays, and false is answered. */
  revoke(client: Client, token: string | undefined): boolean {
    const found = this.find(token ?? null);
    if (found !== undefined && found.clientId !== client.id) return false;
    if (found !== undefined) found.isRevoked = true;
    return true;
  }

  #isProven(challenge: string | null, verifier: string | undefined): boolean {
    if (challenge === null) return verifier === undefined;
    return verifier !== undefined && challengeOf(verifier) === challenge;
  }

  #issue(client: Client, user: string, scopes: readonly string[]): IssuedToken {
    const again = this.tokens.find(
      (one) =>
        one.clientId === client.id && one.user === user && !one.isRevoked && isSame(one.scopes, scopes),
    );
    if (again !== undefined && this.#rules.reusesTokens) return again;
    const token = { token: secret(), clientId: client.id, user, scopes, isRevoked: false };
    this.tokens.push(token);
    return token;
  }
}
