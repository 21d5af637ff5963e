import type { ComponentChildren } from 'preact';
import { Button } from '#shared/ui/button.tsx';
import type { Listing } from '../listing.ts';
import { useVoice } from '../words.ts';
import { Trouble } from './trouble.tsx';

interface ListedProps<Item> {
  of: Listing<Item>;
  label: string;
  empty: { title: string; help: string };
  children: (item: Item) => ComponentChildren;
}

/** A list of the server's in its states: asked for, empty, there, and older than it should be. */
export function Listed<Item extends { id: string }>({ of, label, empty, children }: ListedProps<Item>) {
  const { say } = useVoice();
  const items = of.items.value;
  const isLoading = of.isLoading.value;
  const fault = of.fault.value;
  return (
    <div class="listed" aria-busy={isLoading || undefined}>
      {fault && <Trouble fault={fault} onAgain={() => void of.load()} />}
      {fault && items && <p class="listed-note">{say('stale')}</p>}
      {!items && isLoading && (
        <p class="listed-note" role="status">
          {say('moderation_looking')}
        </p>
      )}
      {items?.length === 0 && (
        <div class="listed-empty">
          <h3>{empty.title}</h3>
          <p>{empty.help}</p>
        </div>
      )}
      {items && items.length > 0 && (
        <ul class="listed-items" aria-label={label}>
          {items.map((item) => (
            <li key={item.id}>{children(item)}</li>
          ))}
        </ul>
      )}
      {of.more.value && (
        <Button look="quiet" isBusy={isLoading} onClick={() => void of.loadMore()}>
          {say('older')}
        </Button>
      )}
    </div>
  );
}
