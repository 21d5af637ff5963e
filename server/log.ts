import { destination, pino, type Logger } from 'pino';

export type { Logger } from 'pino';

/** The server's log, JSON lines on standard output. Tokens never reach it: what could carry one is redacted. */
export function createLog(level: string): Logger {
  return pino(
    {
      level,
      base: undefined,
      timestamp: () => `,"time":${Date.now()}`,
      redact: {
        paths: ['token', '*.token', 'req.headers.authorization', 'authorization'],
        censor: 'redacted',
      },
    },
    destination({ sync: true }),
  );
}
