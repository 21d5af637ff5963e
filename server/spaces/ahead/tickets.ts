/** Lets an account listen in a Space for a moment, ahead of a join that may never come. `id` is its LiveKit identity. */
export interface AheadTicket {
  id: string;
  accountId: string;
  sessionId: string;
  spaceId: string;
  /** LiveKit's room of the Space's run then. */
  room: string;
  /** ms since the epoch. */
  madeAt: number;
}

/** Whom and what something has changed for. */
export interface Concerned {
  accounts: ReadonlySet<string>;
  sessions: Pick<ReadonlyMap<string, unknown>, 'has'>;
  spaces: ReadonlySet<string>;
}

/** Where tickets are kept, which is never the store; one an account. */
export interface AheadTickets {
  /** Answers the ticket whose place this one takes. */
  put(ticket: AheadTicket): Promise<AheadTicket | null>;
  find(id: string): Promise<AheadTicket | null>;
  among(concerned: Concerned): Promise<AheadTicket[]>;
  drop(id: string): Promise<void>;
}

/** Tickets in memory; whoever puts one drops it again. */
export function createAheadTickets(): AheadTickets {
  const tickets = new Map<string, AheadTicket>();
  const ofAccount = new Map<string, AheadTicket>();
  const drop = (id: string) => {
    const ticket = tickets.get(id);
    tickets.delete(id);
    if (ticket && ofAccount.get(ticket.accountId) === ticket) ofAccount.delete(ticket.accountId);
  };
  return {
    async put(ticket) {
      const before = ofAccount.get(ticket.accountId) ?? null;
      if (before) drop(before.id);
      tickets.set(ticket.id, ticket);
      ofAccount.set(ticket.accountId, ticket);
      return before;
    },
    find: async (id) => tickets.get(id) ?? null,
    among: async ({ accounts, sessions, spaces }) =>
      [...tickets.values()].filter(
        ({ accountId, sessionId, spaceId }) =>
          accounts.has(accountId) || sessions.has(sessionId) || spaces.has(spaceId),
      ),
    drop: async (id) => drop(id),
  };
}
