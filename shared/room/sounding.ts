import { RemoteAudioTrack, type Room } from 'livekit-client';

/** Participants whose sound has arrived and come to be played. */
export function soundingIn({ remoteParticipants }: Room): Set<string> {
  const sounding = [...remoteParticipants.values()].filter(({ audioTrackPublications }) =>
    [...audioTrackPublications.values()].some(
      ({ track }) => track instanceof RemoteAudioTrack && isPlayed(track),
    ),
  );
  return new Set(sounding.map(({ identity }) => identity));
}

/** The browser names a source once it has played something of it. */
function isPlayed({ receiver }: RemoteAudioTrack): boolean {
  return (receiver?.getSynchronizationSources().length ?? 0) > 0;
}
