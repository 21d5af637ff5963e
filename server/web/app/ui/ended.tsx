import type { EndReason } from '#shared/schema/space.ts';
import { useWords } from '#shared/ui/context.ts';

/** The sentence after a Space, for those who were in it and for those who come too late. */
export function Ended({ title, reason }: { title: string; reason: EndReason | null }) {
  const say = useWords();
  return (
    <section class="page-card ended" role="status">
      <h2 class="ended-title" tabIndex={-1}>
        {say('hasEnded', { title })}
      </h2>
      <p>{reason ? say(`ended_${reason}`) : say('stillLive')}</p>
    </section>
  );
}
