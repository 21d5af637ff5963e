import type { Room } from 'livekit-client';

/** How loud a room is, and whom in it the person does not want to hear. What holds is laid on a room again whenever it has changed. */
export class Ears {
  volume = 1;
  silenced = false;
  /** Participant ids. */
  unheard: ReadonlySet<string> = new Set();

  tune({ remoteParticipants }: Room): void {
    for (const { identity, audioTrackPublications } of remoteParticipants.values()) {
      const isHeard = !this.unheard.has(identity);
      for (const publication of audioTrackPublications.values()) {
        // Silent at once; the server stops sending a moment later.
        for (const element of publication.track?.attachedElements ?? []) {
          element.volume = this.volume;
          element.muted = this.silenced || !isHeard;
        }
        if (publication.isDesired !== isHeard) publication.setSubscribed(isHeard);
      }
    }
  }
}
