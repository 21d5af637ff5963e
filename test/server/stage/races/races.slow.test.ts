import { test } from 'vitest';
import { endings, hosts, removals } from './role-races.ts';
import { runRace } from './run-race.ts';
import { approvals, invitations } from './seat-races.ts';

const RACES = [...approvals, ...invitations, ...removals, ...hosts, ...endings];

test.each(RACES)('$name: a thousand orders end well', { timeout: 600_000 }, (race) => runRace(race, 1_000));
