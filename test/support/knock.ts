import WebSocket from 'ws';

/** What the gate answers to a plain request with this token. */
export async function validate(server: string, token: string): Promise<number> {
  const response = await fetch(`${server}/rtc/validate?access_token=${encodeURIComponent(token)}`);
  await response.text();
  return response.status;
}

/** What the gate answers to a WebSocket with this token: 101 when it let it in. */
export function knock(server: string, token: string, { inHeader = false } = {}): Promise<number> {
  const query = inHeader ? '' : `&access_token=${encodeURIComponent(token)}`;
  const headers = inHeader ? { authorization: `Bearer ${token}` } : {};
  const socket = new WebSocket(`${server.replace('http', 'ws')}/rtc?protocol=16${query}`, { headers });
  return new Promise((resolve, reject) => {
    socket.once('error', reject);
    socket.once('open', () => {
      socket.close();
      resolve(101);
    });
    socket.once('unexpected-response', (request, response) => {
      request.destroy();
      resolve(response.statusCode ?? 0);
    });
  });
}
