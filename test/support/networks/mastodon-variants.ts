const READS = ['read', 'read:accounts', 'read:follows', 'read:statuses'];
const WRITES = ['write', 'write:accounts', 'write:statuses', 'follow', 'push'];

/** What one server of Mastodon's API family knows. */
export interface Flavour {
  software: string;
  version: string;
  scopes: readonly string[];
  /** Answers `/.well-known/oauth-authorization-server`. */
  hasMetadata: boolean;
  knowsPkce: boolean;
  hasUserinfo: boolean;
  /** Knows a client by its basic header, not by the form alone. */
  takesBasic: boolean;
  /** Takes a list as `redirect_uris`, not one text alone. */
  takesManyRedirects: boolean;
  /** Shows accounts and public lists to anybody. */
  isOpen: boolean;
  /** Accounts carry the actor's `uri`. */
  tellsUri: boolean;
  reusesTokens: boolean;
}

const BEFORE_43: Flavour = {
  software: 'mastodon',
  version: '4.2.29',
  scopes: [...READS, ...WRITES],
  hasMetadata: false,
  knowsPkce: false,
  hasUserinfo: false,
  takesBasic: true,
  takesManyRedirects: false,
  isOpen: true,
  tellsUri: true,
  reusesTokens: true,
};

const SINCE_43: Flavour = {
  ...BEFORE_43,
  version: '4.3.23',
  scopes: ['profile', ...READS, ...WRITES],
  hasMetadata: true,
  knowsPkce: true,
  takesManyRedirects: true,
};

export const FLAVOURS = {
  '4.2': BEFORE_43,
  '4.3': SINCE_43,
  '4.4': { ...SINCE_43, version: '4.4.22', hasUserinfo: true },
  gotosocial: {
    ...BEFORE_43,
    software: 'gotosocial',
    version: '0.20.0',
    scopes: ['profile', ...READS, ...WRITES],
    takesBasic: false,
    isOpen: false,
    tellsUri: false,
    reusesTokens: false,
  },
} as const satisfies Record<string, Flavour>;
export type Variant = keyof typeof FLAVOURS;
export const VARIANTS = Object.keys(FLAVOURS) as Variant[];
