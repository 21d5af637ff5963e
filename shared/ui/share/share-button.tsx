import { useSignal } from '@preact/signals';
import { Share2 } from 'lucide';
import type { Role } from '#shared/schema/space.ts';
import { RoundButton } from '../button.tsx';
import { useShell, useWords } from '../context.ts';
import type { ShareDesk } from '../perch.ts';
import { pageOf, type Announcement } from './announce.ts';
import { SharePlace } from './share-place.tsx';

/** Opens the ways to tell others of the Space a person is in. */
export function ShareButton({ share, role }: { share: ShareDesk; role: Role | null }) {
  const say = useWords();
  const isOpen = useSignal(false);
  const announcement = useAnnouncement(role);
  if (!announcement) return null;
  return (
    <>
      <RoundButton
        icon={Share2}
        label={say('share')}
        aria-haspopup="dialog"
        onClick={() => (isOpen.value = true)}
      />
      {isOpen.value && (
        <SharePlace share={share} announcement={announcement} onClose={() => (isOpen.value = false)} />
      )}
    </>
  );
}

/** Null while it is not known where the Space is. */
function useAnnouncement(role: Role | null): Announcement | null {
  const { perch } = useShell();
  const say = useWords();
  const { spaceId, title } = perch.room.value;
  const { server, spaceServer } = perch.view.value;
  const origin = spaceServer ?? server;
  if (!spaceId || !origin) return null;
  const key = role === 'host' ? 'announceHosting' : 'announceListening';
  return { sentence: (named) => say(key, { title: named }), title, url: pageOf(origin, spaceId) };
}
