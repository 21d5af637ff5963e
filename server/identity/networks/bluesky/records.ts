/** A live status that this server has set, and when it is set anew. */
export interface StatusRecord {
  did: string;
  spaceId: string;
  /** Of the record as it was written, by its content. */
  cid: string;
  renewAt: number;
}

/** Somebody who hosts a live Space, shows this identity, and gave leave to say so in its status. */
export interface StatusHost {
  did: string;
  /** What the person is called on the network. */
  name: string;
  spaceId: string;
  title: string;
  /** As of `SpaceRecord`. */
  lang: string;
}

/** What the live statuses of hosts stand on. */
export interface StatusRecords {
  statusHosts(): Promise<StatusHost[]>;
  statuses(): Promise<StatusRecord[]>;
  /** Replaces the one before. */
  putStatus(status: StatusRecord): Promise<void>;
  dropStatus(did: string): Promise<void>;
  /** By DID, secrets of this kind written before `before`, for which no identity has its status on. */
  leavesWithoutStatus(kind: string, before: number): Promise<string[]>;
}
