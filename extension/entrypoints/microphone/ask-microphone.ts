import { faultOf, openMicrophone, troubleOf } from '#shared/room/microphone.ts';
import type { FaultCode } from '#shared/schema/errors.ts';
import { send } from '../../platform/messaging.ts';

async function tellHost(): Promise<FaultCode | null> {
  try {
    return (await send('host:acquire', { asked: true })).fault;
  } catch {
    // The Space was left meanwhile: the grant stays for the next one.
    return null;
  }
}

/**
 * Asks the person, then hands over to the media host; answers what stood in the way. Our own track is kept until the
 * host has its one: a grant for this time only ends with the page that holds it.
 */
export async function askMicrophone(): Promise<FaultCode | null> {
  let track: MediaStreamTrack;
  try {
    track = await openMicrophone();
  } catch (error) {
    await tellHost();
    return faultOf(troubleOf(error));
  }
  try {
    return await tellHost();
  } finally {
    track.stop();
  }
}
