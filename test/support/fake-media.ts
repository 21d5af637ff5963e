import { permissionsFor } from '#shared/policy/permissions.ts';
import {
  MediaUnavailable,
  type Admission,
  type Media,
  type MediaParticipant,
} from '../../server/spaces/ports.ts';

/** LiveKit as far as the Spaces can see it, in memory; `up` switches it off. */
export class FakeMedia implements Media {
  up = true;
  readonly rooms = new Map<string, Map<string, MediaParticipant>>();
  readonly calls: string[] = [];
  /** The names that it was told, by identity. */
  readonly names = new Map<string, string>();
  /** Who sends sound. */
  readonly unmuted = new Set<string>();
  #sids = 0;

  isUp(): boolean {
    return this.up;
  }

  async openRoom(room: string): Promise<void> {
    this.#call(`openRoom ${room}`);
    if (!this.rooms.has(room)) this.rooms.set(room, new Map());
  }

  async closeRoom(room: string): Promise<void> {
    this.#call(`closeRoom ${room}`);
    this.rooms.delete(room);
  }

  async listRooms(): Promise<string[]> {
    this.#call('listRooms');
    return [...this.rooms.keys()];
  }

  async listParticipants(room: string): Promise<MediaParticipant[]> {
    this.#call(`listParticipants ${room}`);
    return [...(this.rooms.get(room)?.values() ?? [])];
  }

  async removeParticipant(room: string, identity: string): Promise<void> {
    this.#call(`removeParticipant ${identity}`);
    this.rooms.get(room)?.delete(identity);
  }

  async applyRole({ room, identity, name, role, exposed }: Admission): Promise<void> {
    this.#call(`applyRole ${identity} ${role}`);
    if (name !== '') this.names.set(identity, name);
    const seen = this.rooms.get(room)?.get(identity);
    const { canPublish, hidden } = permissionsFor(role, exposed);
    if (seen) this.rooms.get(room)?.set(identity, { ...seen, canPublish, hidden });
  }

  async muteParticipant(room: string, identity: string): Promise<'muted' | 'silent' | 'absent'> {
    this.#call(`muteParticipant ${identity}`);
    if (!this.rooms.get(room)?.has(identity)) return 'absent';
    return this.unmuted.delete(identity) ? 'muted' : 'silent';
  }

  async mintToken({ room, identity }: Admission, ttlMs: number): Promise<string> {
    return `token:${room}:${identity}:${ttlMs}`;
  }

  /** A client connects: a new session of the identity, as LiveKit would show it. */
  connect({ room, identity, name, role, exposed }: Admission, joinedAt: number): MediaParticipant {
    if (name !== '') this.names.set(identity, name);
    const { canPublish, hidden } = permissionsFor(role, exposed);
    this.#sids += 1;
    const seen = { identity, sid: `PA_${this.#sids}`, joinedAt, canPublish, hidden };
    this.rooms.get(room)?.set(identity, seen);
    return seen;
  }

  #call(call: string): void {
    if (!this.up) throw new MediaUnavailable('LiveKit does not answer');
    this.calls.push(call);
  }
}
