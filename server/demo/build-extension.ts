import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { ROOT } from './child.ts';

/** What a build that failed has printed. */
export class BuildFailed extends Error {
  override readonly name = 'BuildFailed';
}

/** Builds the extension with the demo in it, talking to `serverUrl` until told otherwise; answers the folder to load. */
export async function buildExtension(
  serverUrl: string,
  browser: 'chrome' | 'firefox' = 'chrome',
): Promise<string> {
  const command = [join(ROOT, 'node_modules/wxt/bin/wxt.mjs'), 'build', '--browser', browser];
  const child = spawn(process.execPath, command, {
    cwd: ROOT,
    env: { ...process.env, PERCH_DEMO: '1', WXT_SERVER_URL: serverUrl },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let printed = '';
  const note = (text: string) => {
    printed += text;
  };
  child.stdout.setEncoding('utf8').on('data', note);
  child.stderr.setEncoding('utf8').on('data', note);
  const stop = () => child.kill();
  process.once('exit', stop);
  await once(child, 'close');
  process.off('exit', stop);
  if (child.exitCode !== 0) throw new BuildFailed(`The extension could not be built.\n${printed.trim()}`);
  return join(ROOT, `.output/${browser}-mv3`);
}
