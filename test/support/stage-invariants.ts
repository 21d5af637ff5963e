import { isOnStage } from '#shared/policy/permissions.ts';
import type { ParticipantRecord, SpaceRecord } from '../../server/spaces/records.ts';
import { roomName } from '../../server/spaces/rooms.ts';
import type { CoreApp } from './core-app.ts';

/** What must hold of the store after every step, whatever happened; answers what does not. */
export async function brokenRules(core: CoreApp, spaceId: string): Promise<string[]> {
  const space = (await core.store.space(spaceId))!;
  const open = await core.store.openParticipants(spaceId);
  const banned = await Promise.all(open.map(({ accountId }) => core.store.isBanned(spaceId, accountId)));
  return [
    ...(banned.includes(true) ? ['somebody who was removed is in'] : []),
    ...stageRules(space, open, core.limits),
    ...queueRules(open),
    ...(space.state === 'ended' && open.length > 0 ? ['an ended Space has people'] : []),
    ...(space.state === 'ended' && space.endReason === null ? ['ended for no reason'] : []),
    ...(new Set(open.map(({ accountId }) => accountId)).size < open.length ? ['somebody is in twice'] : []),
  ];
}

function stageRules(
  space: SpaceRecord,
  open: ParticipantRecord[],
  { stageMax, cohostsMax }: { stageMax: number; cohostsMax: number },
): string[] {
  const stage = open.filter(({ role }) => isOnStage(role));
  const hosts = stage.filter(({ role }) => role === 'host');
  const isThere = (account: string) => stage.some(({ accountId }) => accountId === account);
  const kept = new Set([space.hostId, space.firstHostId].filter((account) => !isThere(account)));
  const rules: [boolean, string][] = [
    [hosts.length > 1, 'two hosts'],
    [hosts.some(({ accountId }) => accountId !== space.hostId), 'the host is not who the Space names'],
    [stage.filter(({ role }) => role === 'cohost').length > cohostsMax, 'too many co-hosts'],
    [space.state !== 'ended' && stage.length + kept.size > stageMax, 'too many on stage'],
    [space.state === 'live' && (stage.length === 0) !== (space.emptySince !== null), 'emptySince is wrong'],
  ];
  return rules.filter(([broken]) => broken).map(([, rule]) => rule);
}

function queueRules(open: ParticipantRecord[]): string[] {
  const waits = ({ requestedAt, invitedAt }: ParticipantRecord) => requestedAt !== null || invitedAt !== null;
  const wrong = open.filter((row) => isOnStage(row.role) && waits(row));
  return wrong.map(({ name }) => `${name} waits to speak while on stage`);
}

/** Where LiveKit, settled, differs from the store: rooms, who is in them, who may send, who is hidden. */
export async function differences(core: CoreApp): Promise<string[]> {
  const spaces = await core.store.openSpaces();
  const wanted = new Set(spaces.map(roomName));
  const orphans = [...core.media.rooms.keys()].filter((room) => !wanted.has(room));
  const found = orphans.map((room) => `${room} is an orphan`);
  for (const space of spaces) found.push(...(await differencesIn(core, space)));
  return found;
}

/** Whom LiveKit lets send, or keeps from it, against their role, before the reconciler had a look. */
export async function wrongRights(core: CoreApp, spaceId: string): Promise<string[]> {
  const space = (await core.store.space(spaceId))!;
  const seen = core.media.rooms.get(roomName(space));
  const open = await core.store.openParticipants(spaceId);
  const wrong = open.filter(({ id, role }) => seen?.has(id) && seen.get(id)!.canPublish !== isOnStage(role));
  return wrong.map(({ name, role }) => `${name} (${role}) has other rights in LiveKit`);
}

async function differencesIn(core: CoreApp, space: SpaceRecord): Promise<string[]> {
  const seen = core.media.rooms.get(roomName(space));
  if (!seen) return [`${roomName(space)} is missing`];
  const rows = new Map((await core.store.openParticipants(space.id)).map((row) => [row.id, row]));
  return [...seen.values()].flatMap(({ identity, canPublish, hidden }) => {
    const row = rows.get(identity);
    if (!row) return [`${identity} is a ghost`];
    if (canPublish !== isOnStage(row.role)) return [`${row.name} (${row.role}) may publish: ${canPublish}`];
    if (hidden && isOnStage(row.role)) return [`${row.name} is on stage and hidden`];
    return row.exposed && hidden ? [`${row.name} was shown and is hidden again`] : [];
  });
}
