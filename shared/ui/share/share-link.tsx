import { ArrowUpRight } from 'lucide';
import type { Ref } from 'preact';
import { useWords } from '../context.ts';
import { Icon } from '../icon.tsx';

interface ShareLinkProps {
  network: string;
  href: string;
  /** Which of the network's servers it is. */
  at?: string;
  linkRef?: Ref<HTMLAnchorElement>;
}

/** One network, opened in a tab of its own. */
export function ShareLink({ network, href, at, linkRef }: ShareLinkProps) {
  const say = useWords();
  return (
    <a
      class="button button-bare tell-way flips"
      ref={linkRef}
      href={href}
      target="_blank"
      rel="noopener noreferrer"
      aria-label={say('shareOn', { network: at ? `${network}, ${at}` : network })}
    >
      <span class="tell-name">
        {network}
        {at && (
          <span class="tell-at" aria-hidden="true">
            {at}
          </span>
        )}
      </span>
      <Icon of={ArrowUpRight} size={18} />
    </a>
  );
}
