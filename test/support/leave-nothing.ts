import { afterAll } from 'vitest';
import { stopAllServers } from './server.ts';

// Registered before any hook of a file and so run after all of them, also where one of them failed.
afterAll(stopAllServers);
