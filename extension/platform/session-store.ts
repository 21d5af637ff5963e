import * as v from 'valibot';
import { KeptSessionSchema, type KeptSession } from '#shared/client/session.ts';
import { table } from './database.ts';

const sessions = table('perch', 'sessions');

/** Sessions by server. */
export const sessionStore = {
  async read(server: string): Promise<KeptSession | null> {
    const parsed = v.safeParse(KeptSessionSchema, await sessions.get(server));
    return parsed.success ? parsed.output : null;
  },
  write: (server: string, session: KeptSession): Promise<void> => sessions.put(server, session),
  remove: (server: string): Promise<void> => sessions.remove(server),
};
