import { findLiveKit } from '../../server/media/find-livekit.ts';
import { buildWeb } from '../../server/web/build.ts';

/** Finds or builds LiveKit and the app of the pages before the first test waits for them. */
export async function setup(): Promise<void> {
  await findLiveKit((line) => process.stdout.write(`${line}\n`));
  await buildWeb();
}
