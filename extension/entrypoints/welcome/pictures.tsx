import { Headphones, Pin, Puzzle, Server } from 'lucide';
import { Icon } from '#shared/ui/icon.tsx';
import { Mark } from '#shared/ui/mark.tsx';

/** A browser's toolbar: the puzzle piece, the pin, and where Perch then is. */
export function ToolbarPicture({ isPinned }: { isPinned: boolean }) {
  return (
    <div class="pic pic-toolbar" data-pinned={isPinned || undefined}>
      <div class="pic-bar">
        <i class="pic-address" />
        <span class="pic-slot">
          <Mark />
        </span>
        <span class="pic-puzzle">
          <Icon of={Puzzle} size={18} />
        </span>
      </div>
      <div class="pic-menu">
        <span>
          <Mark />
          <b>Perch</b>
        </span>
        <Icon of={Pin} size={18} />
      </div>
    </div>
  );
}

/** People around a server. */
export function ServerPicture({ isFound }: { isFound: boolean }) {
  return (
    <div class="pic pic-server" data-found={isFound || undefined}>
      {[0, 1, 2, 3, 4].map((at) => (
        <i key={at} class={`pic-person pic-person-${at}`} />
      ))}
      <span class="pic-home">
        <Icon of={Server} size={28} />
      </span>
    </div>
  );
}

/** A voice that reaches somebody. */
export function SoundPicture({ isPlaying }: { isPlaying: boolean }) {
  return (
    <div class="pic pic-sound" data-playing={isPlaying || undefined}>
      <i />
      <i />
      <i />
      <span>
        <Icon of={Headphones} size={30} />
      </span>
    </div>
  );
}

/** A timeline with the bar above it. */
export function SitesPicture({ isLive = false }: { isLive?: boolean }) {
  return (
    <div class="pic pic-sites" data-live={isLive || undefined}>
      <div class="pic-live">
        <i class="pic-face" />
        <i class="pic-face" />
        <span>
          <i class="pic-line" />
          <i class="pic-line" />
        </span>
      </div>
      {[0, 1].map((at) => (
        <div key={at} class="pic-post">
          <i class="pic-face" />
          <span>
            <i class="pic-line" />
            <i class="pic-line" />
            <i class="pic-line" />
          </span>
        </div>
      ))}
    </div>
  );
}
