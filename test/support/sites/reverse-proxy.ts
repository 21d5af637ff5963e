import { type IncomingMessage, request as ask, type ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';

/** As a proxy that ends TLS would send it on. */
function forwarded({ headers, socket }: IncomingMessage): IncomingMessage['headers'] {
  return {
    ...headers,
    'x-forwarded-host': headers.host,
    'x-forwarded-proto': 'https',
    'x-forwarded-for': socket.remoteAddress,
  };
}

function onward(target: string, request: IncomingMessage) {
  const { hostname, port } = new URL(target);
  return ask({ hostname, port, method: request.method, path: request.url, headers: forwarded(request) });
}

/** Hands one request to a server that speaks plain http. */
export function proxyRequest(target: string, request: IncomingMessage, response: ServerResponse): void {
  const sent = onward(target, request);
  sent.on('response', (answer) => {
    response.writeHead(answer.statusCode!, answer.headers);
    answer.pipe(response);
  });
  sent.on('error', () => response.headersSent || response.writeHead(502).end());
  response.on('close', () => sent.destroy());
  request.pipe(sent);
}

/** The head of an answer to an upgrade, as it went over the wire. */
function headOf(answer: IncomingMessage): string {
  const lines = [`HTTP/1.1 ${answer.statusCode} ${answer.statusMessage}`];
  for (let at = 0; at < answer.rawHeaders.length; at += 2) {
    lines.push(`${answer.rawHeaders[at]}: ${answer.rawHeaders[at + 1]}`);
  }
  return `${lines.join('\r\n')}\r\n\r\n`;
}

/** Hands a WebSocket's upgrade on, and then whatever either side says. */
export function proxyUpgrade(target: string, request: IncomingMessage, socket: Duplex, head: Buffer): void {
  const sent = onward(target, request);
  sent.on('upgrade', (answer, peer, peerHead) => {
    socket.write(headOf(answer));
    if (peerHead.length > 0) socket.write(peerHead);
    if (head.length > 0) peer.write(head);
    peer.pipe(socket).pipe(peer);
    peer.on('error', () => socket.destroy());
    socket.on('error', () => peer.destroy());
    socket.on('close', () => peer.destroy());
    peer.on('close', () => socket.destroy());
  });
  sent.on('response', (answer) => {
    socket.write(headOf(answer));
    answer.pipe(socket);
  });
  sent.on('error', () => socket.destroy());
  sent.end();
}
