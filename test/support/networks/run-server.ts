import * as v from 'valibot';
import { readConfig } from '../../../server/config.ts';
import { createOutside } from '../../../server/identity/outside.ts';
import { runServer } from '../../../server/main.ts';
import { mappedFetch } from './outside.ts';

const HostsSchema = v.pipe(v.string(), v.parseJson(), v.record(v.string(), v.string()));

/** The server as it is, but for the way out: the hosts in `PERCH_TEST_HOSTS` are stand-ins on this machine. */
const hosts = v.parse(HostsSchema, process.env['PERCH_TEST_HOSTS'] ?? '{}');
const config = readConfig(process.env);
await runServer({ config, outside: createOutside(config.limits, mappedFetch(hosts, fetch)) });
