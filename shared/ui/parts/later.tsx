import { signal } from '@preact/signals';
import { h, type FunctionComponent } from 'preact';
import { useEffect } from 'preact/hooks';

/** A component whose code is fetched when it is first wanted; until then nothing stands in its place. */
export function later<Props extends object>(
  fetch: () => Promise<FunctionComponent<Props>>,
): FunctionComponent<Props> {
  const fetched = signal<{ component: FunctionComponent<Props> } | null>(null);
  return function Later(props) {
    useEffect(() => {
      if (!fetched.peek()) void fetch().then((component) => (fetched.value = { component }));
    }, []);
    return fetched.value && h(fetched.value.component, props);
  };
}
