import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { FaultCode } from '#shared/schema/errors.ts';
import type { Card, Space } from '#shared/schema/space.ts';
import { useShell } from '../context.ts';
import { isCardOf } from '../now-playing.ts';
import { useIsSettled } from '../settled.ts';
import type { SpaceLink } from '#shared/schema/space-link.ts';
import type { LinkDesk } from './link-desk.ts';

/** What can be said of the Space that the page is about. */
export type Offer =
  | { is: 'looking' }
  | { is: 'live'; space: Pick<Card, 'title' | 'stage' | 'onStage' | 'listeners'> }
  | { is: 'over'; title: string }
  | { is: 'missing'; fault: FaultCode; again: () => void };

/** Null where there is nothing to offer: no such page, no Perch server behind it, or a Space that the person is in. */
export function useOffer(link: LinkDesk | null): Offer | null {
  const { perch } = useShell();
  const answer = useSignal<{ space: Space } | { fault: FaultCode } | null>(null);
  const isHere = useIsHere(link);
  const look = async () => {
    answer.value = null;
    const { found, fault } = await link!.look();
    answer.value = found ? { space: found } : { fault: fault! };
  };
  const { list, server, servers } = perch.view.value;
  const isHome = link?.server === server;
  const abroad = isHome ? null : (link?.server ?? null);
  const card = link ? list.spaces.find((one) => isCardOf(one, link.spaceId, abroad)) : undefined;
  const isAsking = link !== null && !isHere && !card;
  useEffect(() => void (isAsking && look()), [link, isAsking]);
  if (!link || isHere) return null;
  if (card) return { is: 'live', space: card };
  if (!answer.value) return { is: 'looking' };
  if ('space' in answer.value) return offerOf(answer.value.space);
  const { fault } = answer.value;
  // Any page may have such an address.
  const isStranger = !isHome && !servers.includes(link.server);
  return isStranger && fault === 'not_perch' ? null : { is: 'missing', fault, again: () => void look() };
}

function offerOf(space: Space): Offer {
  return space.state === 'ended' ? { is: 'over', title: space.title } : { is: 'live', space };
}

/** Whether the person is in that very Space. */
function useIsHere(link: SpaceLink | null): boolean {
  const { perch } = useShell();
  const { server, spaceServer } = perch.view.value;
  const isIn = useIsSettled();
  return isIn && perch.room.value.spaceId === link?.spaceId && (spaceServer ?? server) === link?.server;
}
