import { useId } from 'preact/hooks';
import { useWords } from '#shared/ui/context.ts';
import { usePage } from './page-context.ts';

/** What the extension would add. */
export function Offer() {
  const say = useWords();
  const id = useId();
  const { extensionUrl } = usePage();
  return (
    <section class="offer" aria-labelledby={id}>
      <h2 id={id}>{say('listenWhileBrowsing')}</h2>
      <p>{say('listenWhileBrowsingHelp')}</p>
      <p>{say('havePerch')}</p>
      {extensionUrl && (
        <a class="offer-link" href={extensionUrl} target="_blank" rel="noopener noreferrer">
          {say('getExtension')}
        </a>
      )}
    </section>
  );
}
