import type { Kysely } from 'kysely';
import type { SignInRecords } from '../identity/records.ts';
import type { Tables } from './tables.ts';

type SignInPart = Pick<
  SignInRecords,
  | 'addPicture'
  | 'picture'
  | 'dropUnusedPictures'
  | 'addTicket'
  | 'takeTicket'
  | 'dropTicketsBefore'
  | 'putSecret'
  | 'secret'
  | 'dropSecret'
>;

export function signInRecords(db: Kysely<Tables>): SignInPart {
  return { ...pictures(db), ...tickets(db), ...secrets(db) };
}

function pictures(db: Kysely<Tables>): Pick<SignInPart, 'addPicture' | 'picture' | 'dropUnusedPictures'> {
  return {
    addPicture: async ({ id, webp, at }) => {
      const row = { id, webp: webp.toString('base64'), at };
      await db
        .insertInto('pictures')
        .values(row)
        .onConflict((same) => same.column('id').doNothing())
        .execute();
    },
    picture: async (id) => {
      const row = await db.selectFrom('pictures').select('webp').where('id', '=', id).executeTakeFirst();
      return row && Buffer.from(row.webp, 'base64');
    },
    dropUnusedPictures: async () => {
      const used = db.selectFrom('identities').select('picture').where('picture', 'is not', null);
      await db
        .deleteFrom('pictures')
        .where('id', 'not in', used as never)
        .execute();
    },
  };
}

function tickets(db: Kysely<Tables>): Pick<SignInPart, 'addTicket' | 'takeTicket' | 'dropTicketsBefore'> {
  return {
    addTicket: async ({ hash, kind, sealed, expiresAt }) => {
      await db.insertInto('tickets').values({ hash, kind, sealed, expires_at: expiresAt }).execute();
    },
    takeTicket: async (kind, hash, now) => {
      const taken = db.deleteFrom('tickets').where('kind', '=', kind).where('hash', '=', hash);
      const row = await taken.returning(['sealed', 'expires_at']).executeTakeFirst();
      return row && row.expires_at > now ? row.sealed : undefined;
    },
    dropTicketsBefore: async (now) => {
      await db.deleteFrom('tickets').where('expires_at', '<=', now).execute();
    },
  };
}

function secrets(db: Kysely<Tables>): Pick<SignInPart, 'putSecret' | 'secret' | 'dropSecret'> {
  return {
    putSecret: async (kind, owner, sealed, at) => {
      await db
        .insertInto('secrets')
        .values({ kind, owner, sealed, at })
        .onConflict((same) => same.columns(['kind', 'owner']).doUpdateSet({ sealed, at }))
        .execute();
    },
    secret: async (kind, owner) => {
      const found = db.selectFrom('secrets').select('sealed').where('kind', '=', kind);
      return (await found.where('owner', '=', owner).executeTakeFirst())?.sealed;
    },
    dropSecret: async (kind, owner) => {
      await db.deleteFrom('secrets').where('kind', '=', kind).where('owner', '=', owner).execute();
    },
  };
}
