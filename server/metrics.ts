import { Counter, Gauge, Registry } from 'prom-client';

interface Gauges {
  sockets: () => number;
  followers: () => number;
  spaces: () => number;
}

export interface Metrics {
  contentType: string;
  text: () => Promise<string>;
  countRequest: (method: string, status: number) => void;
  countLive: (status: 200 | 304) => void;
  countShare: (kind: string, status: number) => void;
}

/** What operators can watch; a registry of its own for each app. */
export function createMetrics({ sockets, followers, spaces }: Gauges): Metrics {
  const registers = [new Registry()];
  const requests = new Counter({
    name: 'perch_requests_total',
    help: 'Requests answered, without the live list and the pages of Spaces',
    labelNames: ['method', 'status'],
    registers,
  });
  const live = new Counter({
    name: 'perch_live_requests_total',
    help: 'Answers of the live list',
    labelNames: ['status'],
    registers,
  });
  const share = new Counter({
    name: 'perch_share_requests_total',
    help: 'Answers of the pages of Spaces, their pictures and files',
    labelNames: ['kind', 'status'],
    registers,
  });
  const answered = { 200: live.labels('200'), 304: live.labels('304') };
  gauge(registers, 'perch_stream_sockets', 'Push sockets open now', sockets);
  gauge(registers, 'perch_stream_followers', 'Push sockets that follow a Space now', followers);
  gauge(registers, 'perch_live_spaces', 'Spaces live now', spaces);
  gauge(registers, 'process_resident_memory_bytes', 'Resident memory', () => process.memoryUsage.rss());
  return {
    contentType: registers[0]!.contentType,
    text: () => registers[0]!.metrics(),
    countRequest: (method, status) => requests.inc({ method, status }),
    countLive: (status) => answered[status].inc(),
    countShare: (kind, status) => share.inc({ kind, status }),
  };
}

function gauge(registers: Registry[], name: string, help: string, read: () => number): void {
  const collect = function (this: Gauge) {
    this.set(read());
  };
  registers[0]!.registerMetric(new Gauge({ name, help, registers: [], collect }));
}
