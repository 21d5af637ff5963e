import * as v from 'valibot';
import type { Session } from '#shared/schema/api.ts';
import { SessionSchema } from '#shared/schema/api.ts';
import { table } from './database.ts';

const sessions = table('perch', 'sessions');

/** Sessions by server. */
export const sessionStore = {
  async read(server: string): Promise<Session | null> {
    const parsed = v.safeParse(SessionSchema, await sessions.get(server));
    return parsed.success ? parsed.output : null;
  },
  write: (server: string, session: Session): Promise<void> => sessions.put(server, session),
  remove: (server: string): Promise<void> => sessions.remove(server),
};
