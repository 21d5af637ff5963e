import type { Page } from 'puppeteer-core';
import * as v from 'valibot';
import { type Session, SessionSchema } from '#shared/schema/api.ts';

/** Runs in a page of the extension, and stands alone: all that Perch keeps of who the person is. */
export function readSessions(): Promise<unknown[]> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open('perch', 1);
    opening.addEventListener('error', () => reject(opening.error));
    opening.addEventListener('success', () => {
      const reading = opening.result.transaction('sessions').objectStore('sessions').getAll();
      reading.addEventListener('error', () => reject(reading.error));
      reading.addEventListener('success', () => {
        opening.result.close();
        resolve(reading.result);
      });
    });
  });
}

/** Who a profile is to the server, read from one of its own pages; another device of the same person would hold as much. */
export async function ownSession(page: Page): Promise<Session> {
  const [session] = await page.evaluate(readSessions);
  return v.parse(SessionSchema, session);
}
