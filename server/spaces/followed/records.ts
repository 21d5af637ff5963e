/** Whom the host of a Space follows: `hashOfKey` of salt and key, one after the other. Tells nobody's name. */
export interface Followed {
  salt: string;
  hashes: string;
}

/** For the speaking policy `followed`, kept only while the Space lives under it. */
export interface FollowedRecords {
  /** Replaces what was there. */
  putFollowed(spaceId: string, followed: Followed): Promise<void>;
  followed(spaceId: string): Promise<Followed | undefined>;
  dropFollowed(spaceId: string): Promise<void>;
}
