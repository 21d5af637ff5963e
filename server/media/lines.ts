import type { Logger } from '../log.ts';
import type { Admission } from '../spaces/ports.ts';

interface LinesDeps {
  admitted(admission: Admission): Promise<void>;
  lost(identity: string): Promise<void>;
  /** While the server stops, nobody is lost for it. */
  isClosing(): boolean;
  log: Logger;
}

interface Line {
  open: number;
  /** Resolves once everything that happened so far was told. */
  told: Promise<void>;
}

/** The lines that stand through the gate, by identity; tells of each new one, and when the last of somebody has closed. */
export interface Lines {
  /** `gone` tells of the line's end. */
  opened(admission: Admission, gone: AbortSignal): void;
}

export function createLines({ admitted, lost, isClosing, log }: LinesDeps): Lines {
  const lines = new Map<string, Line>();

  // One word after the other: a lost line that is told late would outdo the new one. What goes wrong ends no line that stands.
  const tell = (line: Line, word: () => Promise<void>) => {
    line.told = line.told
      .then(word)
      .catch((error: unknown) => log.error({ err: error }, 'somebody came or went unnoticed'));
    return line.told;
  };
  const closed = async (identity: string, line: Line) => {
    line.open -= 1;
    if (line.open > 0) return;
    if (!isClosing()) await tell(line, () => lost(identity));
    if (line.open === 0 && lines.get(identity) === line) lines.delete(identity);
  };
  return {
    opened(admission, gone) {
      const { identity } = admission;
      const line = lines.get(identity) ?? { open: 0, told: Promise.resolve() };
      lines.set(identity, line);
      line.open += 1;
      void tell(line, () => admitted(admission));
      if (gone.aborted) void closed(identity, line);
      else gone.addEventListener('abort', () => void closed(identity, line), { once: true });
    },
  };
}
