import { openMicrophone } from '#shared/room/microphone.ts';
import { send } from '../../platform/messaging.ts';
import { type Block, blockOf, blockOfFault } from './blocks.ts';

/** The media host takes the microphone if somebody on stage waits for it; answers what stood in its way. */
export async function tellHost(): Promise<Block | null> {
  try {
    return blockOfFault((await send('host:acquire', { asked: true })).fault);
  } catch {
    // There is no Space, or it was left meanwhile: the grant stays for the next one.
    return null;
  }
}

/**
 * Asks the person, then hands over to the media host; answers what stood in the way. Our own track is kept until the
 * host has its one: a grant for this time only ends with the page that holds it.
 */
export async function askMicrophone(): Promise<Block | null> {
  let track: MediaStreamTrack;
  try {
    track = await openMicrophone();
  } catch (error) {
    await tellHost();
    return blockOf(error);
  }
  try {
    return await tellHost();
  } finally {
    track.stop();
  }
}
