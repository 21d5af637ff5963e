import { useRef } from 'preact/hooks';
import { useWords } from '../context.ts';
import { Sheet } from '../parts/sheet.tsx';
import type { ShareDesk } from '../perch.ts';
import { intentsOf, type Announcement } from './announce.ts';
import { CopyLink } from './copy-link.tsx';
import { MastodonRow } from './mastodon-row.tsx';
import { ShareLink } from './share-link.tsx';

export interface ShareSheetProps {
  share: ShareDesk;
  announcement: Announcement;
  onClose: () => void;
}

/** Where a person can tell others: each opens with the announcement written, and nothing is sent from here. */
export function ShareSheet({ share, announcement, onClose }: ShareSheetProps) {
  const say = useWords();
  const first = useRef<HTMLAnchorElement>(null);
  const { x, bluesky, elk } = intentsOf(announcement);
  return (
    <Sheet title={say('shareTitle')} help={say('shareHelp')} first={first} onClose={onClose}>
      <ul class="tell-ways">
        <li>
          <ShareLink network="X" href={x} linkRef={first} />
        </li>
        <li>
          <MastodonRow share={share} announcement={announcement} />
        </li>
        <li>
          <ShareLink network="Bluesky" href={bluesky} />
        </li>
        <li>
          <ShareLink network="Elk" href={elk} />
        </li>
        <li>
          <CopyLink url={announcement.url} />
        </li>
      </ul>
    </Sheet>
  );
}
