import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Space } from '#shared/schema/space.ts';
import { strangeSpaceId } from './content.ts';
import { LIARS } from './hosts.ts';

const FLOOD_BYTES = 10_000_000;
const CHUNK = Buffer.alloc(64 * 1024, 'a');
/** A lie must not be refused for the way it came. */
const HEADERS = { 'access-control-allow-origin': '*', 'content-type': 'application/json' };
const MARKUP = '<img src=x onerror="document.title=1"><b>Bold</b>';

/** A Space of the right shape, as a server that lies would tell it. */
function liveSpace(id: string, text: string): Space {
  return {
    id,
    v: 1,
    title: text,
    startedAt: 1_790_000_000_000,
    stage: [{ pid: `p_${strangeSpaceId(7)}`, name: text, role: 'host' }],
    onStage: 1,
    listeners: 3,
    hostLostAt: null,
    keys: '',
    identities: [],
    state: 'live',
    endedAt: null,
    endReason: null,
  };
}

function send(response: ServerResponse, body: string, status = 200): void {
  response.writeHead(status, HEADERS).end(body);
}

function floodWithoutEnd(response: ServerResponse): void {
  const pour = () => {
    while (!response.destroyed && response.write(CHUNK));
  };
  response.writeHead(200, HEADERS).write('{"title":"');
  response.on('drain', pour);
  pour();
}

/** The id that the asker asked about, from whatever path it used. */
const askedId = (path: string) => /[0-9A-HJKMNP-TV-Z]{26}/.exec(path)?.[0] ?? strangeSpaceId(1);

const ANSWERS: Readonly<Record<string, (request: IncomingMessage, response: ServerResponse) => void>> = {
  [LIARS.rubbish]: (_, response) => send(response, '{"id": <html>, oops'),
  [LIARS.shape]: (_, response) => send(response, JSON.stringify({ id: 7, title: null, stage: 'nobody' })),
  [LIARS.otherId]: (_, response) =>
    send(response, JSON.stringify(liveSpace(strangeSpaceId(2), 'Quite another Space'))),
  [LIARS.markup]: (request, response) =>
    send(response, JSON.stringify(liveSpace(askedId(request.url!), MARKUP))),
  [LIARS.redirect]: (request, response) =>
    void response.writeHead(307, { ...HEADERS, location: `https://${LIARS.markup}${request.url}` }).end(),
  [LIARS.hanging]: () => {},
  [LIARS.half]: (_, response) => void response.writeHead(200, HEADERS).write('{"id":"'),
  [LIARS.flood]: (request, response) =>
    send(response, JSON.stringify(liveSpace(askedId(request.url!), 'a'.repeat(FLOOD_BYTES)))),
  [LIARS.endless]: (_, response) => floodWithoutEnd(response),
};

/** Answers as a Perch server that lies, hangs or floods; false when the host is none of them. */
export function answerHostile(host: string, request: IncomingMessage, response: ServerResponse): boolean {
  const answer = ANSWERS[host];
  if (!answer) return false;
  if (request.method === 'OPTIONS' && host !== LIARS.hanging) {
    response.writeHead(204, {
      ...HEADERS,
      'access-control-allow-headers': '*',
      'access-control-allow-methods': 'GET, POST',
    });
    response.end();
  } else answer(request, response);
  return true;
}
