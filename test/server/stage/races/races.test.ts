import { test } from 'vitest';
import { endings, hosts, removals } from './role-races.ts';
import { runRace } from './run-race.ts';
import { approvals, invitations } from './seat-races.ts';

const RACES = [...approvals, ...invitations, ...removals, ...hosts, ...endings];

test.each(RACES)('$name: any order ends well', (race) => runRace(race, 30));
