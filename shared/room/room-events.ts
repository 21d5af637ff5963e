import { type RemoteTrack, type Room, RoomEvent, Track } from 'livekit-client';

const PEOPLE_EVENTS = [
  RoomEvent.ParticipantConnected,
  RoomEvent.ParticipantDisconnected,
  RoomEvent.ParticipantNameChanged,
  RoomEvent.ActiveSpeakersChanged,
  RoomEvent.ConnectionQualityChanged,
  RoomEvent.TrackPublished,
  RoomEvent.TrackUnpublished,
  RoomEvent.LocalTrackPublished,
  RoomEvent.LocalTrackUnpublished,
  RoomEvent.Connected,
] as const;

/** What happens in a room, in our words. */
export interface RoomEvents {
  /** Whether this is still the room that one is in; of any other only `onSoundGone` is told. */
  isPresent(): boolean;
  /** Somebody came or went, or there is something new about them. */
  onPeople(): void;
  onSound(track: RemoteTrack): void;
  onSoundGone(track: RemoteTrack): void;
  /** The browser holds sound back, or does so no longer. */
  onPlayback(): void;
  /** The connection broke and the client is bringing it back; and it is back. */
  onInterrupted(): void;
  onBack(): void;
  /** The client has given up, or was sent away. */
  onGone(): void;
  /** What the server lets us do has changed. */
  onPermission(couldPublish: boolean): void;
  /** What we say was muted or unmuted, by us or by the server. */
  onMuted(isMuted: boolean): void;
}

/** Tells of a room for as long as it is the present one. */
export function listenTo(room: Room, events: RoomEvents): void {
  const mine = (act: () => void) => () => {
    if (events.isPresent()) act();
  };
  for (const event of PEOPLE_EVENTS) room.on(event, mine(events.onPeople));
  room.on(RoomEvent.TrackSubscribed, (track) => {
    if (!events.isPresent() || track.kind !== Track.Kind.Audio) return;
    events.onSound(track);
    events.onPeople();
  });
  room.on(RoomEvent.TrackUnsubscribed, (track) => events.onSoundGone(track));
  room.on(RoomEvent.AudioPlaybackStatusChanged, mine(events.onPlayback));
  room.on(RoomEvent.Reconnecting, mine(events.onInterrupted));
  room.on(RoomEvent.Reconnected, mine(events.onBack));
  room.on(RoomEvent.Disconnected, mine(events.onGone));
  listenForPowers(room, events);
}

/** What the server lets us do, and what it does to what we said. */
function listenForPowers(room: Room, events: RoomEvents): void {
  const isMine = (participant: unknown) => participant === room.localParticipant;
  room.on(RoomEvent.ParticipantPermissionsChanged, (before, participant) => {
    if (!events.isPresent()) return;
    if (isMine(participant)) events.onPermission(before?.canPublish ?? false);
    events.onPeople();
  });
  for (const event of [RoomEvent.TrackMuted, RoomEvent.TrackUnmuted] as const) {
    room.on(event, (_publication, participant) => {
      if (!events.isPresent()) return;
      if (isMine(participant)) events.onMuted(event === RoomEvent.TrackMuted);
      events.onPeople();
    });
  }
}
