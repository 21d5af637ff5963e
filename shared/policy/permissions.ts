import type { Role } from '#shared/schema/space.ts';

/** What LiveKit lets a role do. Every field is written, because LiveKit reads an absent one as true in a token and as false in an update. */
export interface MediaPermissions {
  canSubscribe: boolean;
  canPublish: boolean;
  canPublishData: boolean;
  canUpdateMetadata: boolean;
  hidden: boolean;
}

export function isOnStage(role: Role): boolean {
  return role !== 'listener';
}

/**
 * The one source of both tokens and updates. Listeners are hidden, so that ten thousand of them cost nobody anything; one
 * who is `exposed`, seen by the others before, stays visible, because those would go on showing a ghost.
 */
export function permissionsFor(role: Role, exposed = false): MediaPermissions {
  return {
    canSubscribe: true,
    canPublish: isOnStage(role),
    canPublishData: false,
    canUpdateMetadata: false,
    hidden: !isOnStage(role) && !exposed,
  };
}
