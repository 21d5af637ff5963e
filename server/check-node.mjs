import { existsSync } from 'node:fs';

const NEEDED_MAJOR = 24;

const major = Number(process.versions.node.split('.')[0]);
const isInstalled = existsSync(new URL('../node_modules/hono', import.meta.url));

/** One sentence that says what to do, or nothing when all is well. */
function complaint() {
  if (!isInstalled) return 'The packages of Perch are not installed yet: run "npm ci" and try again.';
  if (major >= NEEDED_MAJOR) return '';
  return (
    `Perch runs on Node ${NEEDED_MAJOR} and this is Node ${process.versions.node}: run "npm ci", and if npm refuses ` +
    `the install script of the package "node", run "npm rebuild node" or install Node ${NEEDED_MAJOR} yourself.`
  );
}

const sentence = complaint();
if (sentence !== '') {
  process.stderr.write(`${sentence}\n`);
  process.exitCode = 1;
}
