import { request } from 'node:http';
import * as v from 'valibot';
import { ProblemSchema } from '#shared/schema/errors.ts';
import type { Outcome } from '../../../support/stage-talk.ts';

/** When somebody is killed: the request has gone out, is being worked on, or was answered. */
export const MOMENTS = ['sent', 'under way', 'answered'] as const;
export type Moment = (typeof MOMENTS)[number];

export interface Ask {
  server: string;
  path: string;
  token: string;
  body: object;
}

/** What came of a request; `lost` when the answer never arrived. */
export interface Answer {
  outcome: Outcome | 'lost';
  body: unknown;
}

/** Sends the request, kills at the moment, and answers what the caller saw of it all. */
export async function killDuring(ask: Ask, moment: Moment, kill: () => Promise<void>): Promise<Answer> {
  const { sent, answer } = send(ask);
  await sent;
  // Whatever is asked after it is answered while the first still writes or waits for LiveKit.
  if (moment === 'under way') await fetch(`${ask.server}/healthz`).catch(() => null);
  if (moment === 'answered') await answer;
  await kill();
  return answer;
}

function send({ server, path, token, body }: Ask): { sent: Promise<void>; answer: Promise<Answer> } {
  const headers = { 'content-type': 'application/json', authorization: `Bearer ${token}` };
  const asked = request(`${server}${path}`, { method: 'POST', headers, agent: false });
  const answer = new Promise<Answer>((resolve) => {
    const lost = () => resolve({ outcome: 'lost', body: null });
    asked.once('error', lost);
    asked.once('response', (response) => {
      let text = '';
      response.setEncoding('utf8').on('data', (chunk: string) => (text += chunk));
      response.once('error', lost).once('end', () => resolve(answerOf(response.statusCode ?? 0, text)));
    });
  });
  const sent = new Promise<void>((resolve) => asked.end(JSON.stringify(body), () => resolve()));
  return { sent, answer };
}

function answerOf(status: number, text: string): Answer {
  const body: unknown = text === '' ? null : JSON.parse(text);
  return { outcome: status < 300 ? 'ok' : v.parse(ProblemSchema, body).code, body };
}
