/** What people and operators decide about others, in what a store keeps. */
export interface ModerationRecords {
  /** The same mute again is fine. */
  addMute(accountId: string, muted: string, at: number): Promise<void>;
  dropMute(accountId: string, muted: string): Promise<void>;
  /** Which of these accounts the account does not want to hear. */
  mutedAmong(accountId: string, accountIds: string[]): Promise<string[]>;
  /** Who does not want to hear which of these accounts. */
  mutesOf(accountIds: string[]): Promise<Map<string, Set<string>>>;
}
