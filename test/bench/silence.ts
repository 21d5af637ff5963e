import { raiseVoice } from '../support/raise-voice.ts';
import { slowest } from './delays.ts';
import { bringUp, onOpenStage, type OpenStage } from './open-stage.ts';
import type { Row } from './row.ts';
import { say } from './say.ts';

const ROUNDS = 50;
const LIMIT_MS = 500;
/** Nobody pauses here for so long. */
const QUIET_MS = 600;

/** How long after the host asked for it sound still arrived at the host's ear, in ms. */
async function soundAfter({ ear }: OpenStage, deed: () => Promise<void>): Promise<number> {
  const at = Date.now();
  const [last] = await Promise.all([ear.untilSilent(QUIET_MS), deed()]);
  return Math.max(0, last - at);
}

/** One speaker is muted again and again, and each time speaks up anew. */
async function muteRounds(stage: OpenStage): Promise<number[]> {
  const { pid, client, voice } = await bringUp(stage, 'Bea');
  const delays: number[] = [];
  let speaking = voice;
  while (delays.length < ROUNDS) {
    delays.push(await soundAfter(stage, () => stage.host.act(stage.spaceId, 'mute', pid)));
    say(`mute-to-silence ${delays.length}/${ROUNDS}: ${delays.at(-1)} ms`);
    await speaking.lower();
    const heard = stage.ear.nextSound();
    speaking = await raiseVoice(client.room);
    await heard;
  }
  await speaking.lower();
  await client.leave();
  return delays;
}

/** Each time somebody else is removed: nobody comes back. */
async function removeRounds(stage: OpenStage): Promise<number[]> {
  const delays: number[] = [];
  while (delays.length < ROUNDS) {
    const { pid, client, voice } = await bringUp(stage, `Guest ${delays.length}`);
    delays.push(await soundAfter(stage, () => stage.host.act(stage.spaceId, 'remove', pid)));
    say(`remove-to-silence ${delays.length}/${ROUNDS}: ${delays.at(-1)} ms`);
    await client.gone;
    await voice.lower();
  }
  return delays;
}

/** From the host's mute to the last sound of the muted one at another's ear. */
export const muteToSilence: Row = {
  name: 'mute-to-silence',
  run: async () => slowest(await onOpenStage(muteRounds), LIMIT_MS),
};

/** From the host's removal to the last sound of the removed one at another's ear. */
export const removeToSilence: Row = {
  name: 'remove-to-silence',
  run: async () => slowest(await onOpenStage(removeRounds), LIMIT_MS),
};
