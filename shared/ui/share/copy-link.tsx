import { useSignal } from '@preact/signals';
import { Check, Link } from 'lucide';
import { Button } from '../button.tsx';
import { useWords } from '../context.ts';
import { Icon } from '../icon.tsx';

/** Puts the link on the clipboard, or shows it where the browser does not let us. */
export function CopyLink({ url }: { url: string }) {
  const say = useWords();
  const outcome = useSignal<'copied' | 'refused' | null>(null);
  const isCopied = outcome.value === 'copied';
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(url);
      outcome.value = 'copied';
    } catch {
      // No permission, or a page that is not secure and has no clipboard at all.
      outcome.value = 'refused';
    }
  };
  return (
    <>
      <Button look="bare" class="tell-way" onClick={() => void copy()}>
        <span class="tell-name">{say('copyLink')}</span>
        <span class="tell-copied" role="status">
          {isCopied && say('linkCopied')}
        </span>
        <Icon of={isCopied ? Check : Link} size={18} />
      </Button>
      {outcome.value === 'refused' && (
        <p class="tell-by-hand" role="alert">
          {say('copyByHand')} <span dir="ltr">{url}</span>
        </p>
      )}
    </>
  );
}
