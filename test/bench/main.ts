import { parseArgs } from 'node:util';
import { dispose } from '@livekit/rtc-node';
import { barMounted } from './bar-mounted.ts';
import { clickToSound, clickToSoundHover } from './click-to-sound.ts';
import { joinStormBytes } from './join-storm.ts';
import { levelsCost } from './levels-cost.ts';
import { pageLongTasks } from './long-tasks.ts';
import { pageHeap, pageMainThread } from './page-cost.ts';
import { promoteToHeard } from './promote-to-heard.ts';
import { popupFirstList } from './popup-first-list.ts';
import type { Figure, Row } from './row.ts';
import { serverIdleRss } from './server-idle-rss.ts';
import { muteToSilence, removeToSilence } from './silence.ts';
import { contentScriptGzip, popupGzip } from './sizes.ts';

const ROWS: readonly Row[] = [
  contentScriptGzip,
  popupGzip,
  popupFirstList,
  serverIdleRss,
  joinStormBytes,
  promoteToHeard,
  muteToSilence,
  removeToSilence,
  clickToSound,
  clickToSoundHover,
  levelsCost,
  barMounted,
  pageMainThread,
  pageHeap,
  pageLongTasks,
];

const HELP = `npm run bench -- [--only NAME] [--json]

Measures each figure beside its rival or limit in the same run; a ratio below 1 means less than that.

  --only NAME   one row: ${ROWS.map(({ name }) => name).join(', ')}
  --json        one JSON object a line: {name, value, unit, against, ratio, goal, holds}
`;

function print(name: string, figure: Figure, isJson: boolean): void {
  const { value, unit, against, ratio, goal, holds } = figure;
  const line = isJson
    ? JSON.stringify({ name, ...figure })
    : [
        name.padEnd(20),
        `${value} ${unit}`.padEnd(16),
        `x${ratio.toFixed(2)}`.padEnd(7),
        goal.padEnd(10),
        holds ? 'holds ' : 'MISSED',
        against,
      ].join('  ');
  process.stdout.write(`${line}\n`);
}

const { values } = parseArgs({
  options: {
    only: { type: 'string' },
    json: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
});
const rows = ROWS.filter(({ name }) => values.only === undefined || name === values.only);
if (values.help) process.stdout.write(HELP);
else if (rows.length === 0) {
  process.stderr.write(`There is no row "${values.only}".\n\n${HELP}`);
  process.exitCode = 2;
} else for (const row of rows) print(row.name, await row.run(), values.json);
// The native media library of the speakers would keep this process alive.
await dispose();
