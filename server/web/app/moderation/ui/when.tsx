import { useVoice } from '../words.ts';

/** A moment, as people write it and as machines read it. */
export function When({ at }: { at: number }) {
  const { when } = useVoice();
  return (
    <time class="when" dateTime={new Date(at).toISOString()}>
      {when(at)}
    </time>
  );
}
