import type { FollowSource } from '#shared/schema/follows.ts';
import type { Outcome } from '#shared/schema/view.ts';
import { send } from '../../platform/follows-messaging.ts';

/** Of whom this device knows the follows, and what a person can do about that. */
export interface FollowOptions {
  sources(): Promise<FollowSource[]>;
  add(name: string): Promise<Outcome>;
  readAgain(id: string): Promise<Outcome>;
  remove(id: string): Promise<Outcome>;
}

export const FOLLOWS: FollowOptions = {
  sources: () => send('background:follows', {}),
  add: (name) => send('background:addFollows', { name }),
  readAgain: (id) => send('background:readFollows', { id }),
  remove: (id) => send('background:removeFollows', { id }),
};
