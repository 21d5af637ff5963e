import type { Room } from 'livekit-client';
import { type Mix, PLAIN_MIX } from '#shared/schema/sound.ts';

const DUCKED = 0.25;

/** How loud a room is, and whom in it the person does not want to hear. What holds is laid on a room again whenever it has changed. */
export class Ears {
  volume = 1;
  silenced = false;
  mix: Mix = PLAIN_MIX;
  /** Participant ids. */
  unheard: ReadonlySet<string> = new Set();

  tune({ remoteParticipants }: Room): void {
    for (const { identity, audioTrackPublications } of remoteParticipants.values()) {
      const isHeard = !this.unheard.has(identity);
      const voice = (this.mix.voices[identity] ?? 1) * (this.mix.ducked ? DUCKED : 1);
      for (const publication of audioTrackPublications.values()) {
        // Silent at once; the server stops sending a moment later.
        for (const element of publication.track?.attachedElements ?? []) {
          element.volume = Math.min(1, this.volume * voice);
          element.muted = this.silenced || !isHeard;
        }
        if (publication.isDesired !== isHeard) publication.setSubscribed(isHeard);
      }
    }
  }
}
