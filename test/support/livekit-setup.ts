import { findLiveKit } from '../../server/media/find-livekit.ts';

/** Finds or builds LiveKit before the first test waits for it. */
export async function setup(): Promise<void> {
  await findLiveKit((line) => process.stdout.write(`${line}\n`));
}
