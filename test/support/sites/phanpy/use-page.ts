import { useLayoutEffect, useState } from 'preact/hooks';
import type { PageState, PageStore } from '../page-store.ts';

export function usePage(page: PageStore): PageState {
  const [state, setState] = useState(page.state);
  useLayoutEffect(() => {
    setState(page.state);
    return page.subscribe(() => setState(page.state));
  }, [page]);
  return state;
}
