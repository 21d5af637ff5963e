import { h, onScopeDispose, shallowRef, type ShallowRef, type VNode } from 'vue';
import { GLYPH_STROKE, type GlyphName, GLYPHS } from '../glyphs.ts';
import type { PageState, PageStore } from '../page-store.ts';

export type Open = (id: string) => void;

/** The page's state for one component, as long as it lives. */
export function useState(page: PageStore): ShallowRef<PageState> {
  const state = shallowRef(page.state);
  onScopeDispose(page.subscribe(() => (state.value = page.state)));
  return state;
}

/** Vue draws in a microtask, which still belongs to the task that changed the state. */
export const flushVue = (act: () => void): void => act();

function mainTitle(title: string): VNode {
  return h('div', { class: 'sticky-top' }, [
    h('div', { class: 'title-row' }, [h('a', { href: '/home', class: 'title' }, title)]),
  ]);
}

/** The frame of a page: its title and its centre. */
export function mainContent(title: string, content: VNode): VNode {
  return h('div', [mainTitle(title), h('div', { class: 'centre' }, [h('div', { hidden: true }), content])]);
}

export function glyph(name: GlyphName, size: number): VNode {
  const shapes = GLYPHS[name].map(([tag, attributes]) => h(tag, attributes));
  return h('svg', { ...GLYPH_STROKE, width: size, height: size }, shapes);
}
