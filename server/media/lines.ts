import type { Limits } from '#shared/schema/limits.ts';
import type { Logger } from '../log.ts';
import type { Admission } from '../spaces/ports.ts';

/** Within one limit of silence it is looked so often. */
const LOOKS = 4;

export interface LinesDeps {
  /** Somebody has a line, a first or a further one, or is heard again. */
  admitted(admission: Admission): Promise<void>;
  /** Somebody's last line has closed, or nothing was heard on any for `quietMs`. */
  lost(identity: string, quietMs: number): Promise<void>;
  limits: Pick<Limits, 'lineQuietMs'>;
  log: Logger;
}

/** The lines that stand through the gate; tells who has one, and of whom nothing is heard any more. */
export interface Lines {
  /** How many people are kept in mind: those with a line, or with a loss that is still to be told. */
  readonly size: number;
  /** `gone` tells of the line's end. */
  opened(admission: Admission, socket: ClientSocket, gone: AbortSignal): void;
  /** From here on nobody is lost. */
  close(): void;
}

interface ClientSocket {
  /** So many bytes have come from the client. */
  readonly bytesRead: number;
}

interface Line {
  socket: ClientSocket;
  bytes: number;
  heardAt: number;
}

interface Person {
  admission: Admission;
  lines: Set<Line>;
  isLost: boolean;
  /** Resolves once everything that happened so far was told. */
  told: Promise<void>;
}

export function createLines({ admitted, lost, limits, log }: LinesDeps): Lines {
  const people = new Map<string, Person>();
  const { lineQuietMs } = limits;

  // One word after the other: a loss that is told late would outdo the new line. What goes wrong ends no line that stands.
  const tell = (person: Person, word: () => Promise<void>) => {
    person.told = person.told
      .then(word)
      .catch((error: unknown) => log.error({ err: error }, 'somebody came or went unnoticed'));
  };
  const judge = (person: Person) => {
    const { identity } = person.admission;
    const quietMs = Math.min(...[...person.lines].map(quietFor));
    const isLost = quietMs >= lineQuietMs;
    if (isLost === person.isLost) return;
    person.isLost = isLost;
    const since = Number.isFinite(quietMs) ? quietMs : 0;
    tell(person, () => (isLost ? lost(identity, since) : admitted(person.admission)));
  };
  const forgetOnceTold = (person: Person) => {
    const { identity } = person.admission;
    void person.told.then(() => {
      if (person.lines.size === 0 && people.get(identity) === person) people.delete(identity);
    });
  };
  const looking = setInterval(() => {
    for (const person of people.values()) judge(person);
  }, lineQuietMs / LOOKS).unref();

  let isClosing = false;
  return {
    get size() {
      return people.size;
    },
    opened(admission, socket, gone) {
      const known = people.get(admission.identity);
      const person = known ?? { admission, lines: new Set(), isLost: false, told: Promise.resolve() };
      people.set(admission.identity, Object.assign(person, { admission, isLost: false }));
      const line = { socket, bytes: socket.bytesRead, heardAt: performance.now() };
      person.lines.add(line);
      tell(person, () => admitted(admission));
      const closed = () => {
        person.lines.delete(line);
        if (isClosing) return;
        judge(person);
        if (person.lines.size === 0) forgetOnceTold(person);
      };
      if (gone.aborted) closed();
      else gone.addEventListener('abort', closed, { once: true });
    },
    close() {
      isClosing = true;
      clearInterval(looking);
    },
  };
}

/** How long nothing has come from the client, ms: LiveKit has it ping every few seconds. */
function quietFor(line: Line): number {
  const now = performance.now();
  const { bytesRead } = line.socket;
  if (bytesRead !== line.bytes) Object.assign(line, { bytes: bytesRead, heardAt: now });
  return now - line.heardAt;
}
