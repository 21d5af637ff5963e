import * as v from 'valibot';
import { readConfig } from '../../../server/config.ts';
import { createOutside } from '../../../server/identity/networks/outside.ts';
import { runServer } from '../../../server/main.ts';
import { blueskyAt, outsideAt } from './atproto-outside.ts';
import { mappedFetch } from './outside.ts';

const HostsSchema = v.pipe(v.string(), v.parseJson(), v.record(v.string(), v.string()));

const AtprotoSchema = v.pipe(
  v.string(),
  v.parseJson(),
  v.object({ pdsUrl: v.string(), plcUrl: v.string(), pagesAt: v.optional(v.string()) }),
);

/**
 * The server as it is, but for the way out: the hosts in `PERCH_TEST_HOSTS` are stand-ins on this machine, and Bluesky is
 * what `PERCH_TEST_ATPROTO` says, see `Atproto.envFor`.
 */
const hosts = v.parse(HostsSchema, process.env['PERCH_TEST_HOSTS'] ?? '{}');
const config = readConfig(process.env);
const safe = createOutside(config.limits, mappedFetch(hosts, fetch));
const atproto = process.env['PERCH_TEST_ATPROTO'];
if (atproto === undefined) await runServer({ config, outside: safe });
else {
  const there = v.parse(AtprotoSchema, atproto);
  const { pagesAt = config.publicUrl } = there;
  await runServer({ config, outside: outsideAt(there, safe), bluesky: { ...blueskyAt(there), pagesAt } });
}
