import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { watchPage, type Watcher } from '../../../extension/sites/watch.ts';
import type { Route, Site } from '../../../extension/sites/site.ts';

const site: Site = {
  id: 'test',
  hosts: [],
  route: () => route,
  anchor(document) {
    const near = document.querySelector('.timeline');
    return near && { parent: near.parentElement!, before: near, near };
  },
  stable: 'main',
  themedBy: ['data-theme'],
  post: 'article',
  keys: () => [],
  avatar: () => null,
  ring: '',
  links: 'a',
  text: 'p',
  native: '.card',
  selectors: {},
};

let route: Route;
let isWanted: boolean;
let placed: number;
let host: HTMLElement;
let stop: AbortController;
let watcher: Watcher;

const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
/** Mutations are told in a microtask, and looked at in the frame after. */
async function settle() {
  await frame();
  await frame();
}
const isAbove = () => host.nextElementSibling?.className === 'timeline' && host.isConnected;

beforeEach(async () => {
  [route, isWanted, placed] = ['home', true, 0];
  document.body.innerHTML = '<main><header></header><section class="timeline"></section></main>';
  host = document.createElement('perch-bar');
  stop = new AbortController();
  const onPlaced = () => void placed++;
  watcher = watchPage({ site, document, host, isWanted: () => isWanted, onPlaced }, stop.signal);
  await settle();
});
afterEach(() => stop.abort());

describe('the watch over the bar', () => {
  it('puts it right above the timeline, once', async () => {
    await settle();
    expect(isAbove()).toBe(true);
    expect(placed).toBe(1);
    expect(document.querySelectorAll('perch-bar')).toHaveLength(1);
  });

  it('brings the same element back after the column was replaced in one task', async () => {
    document.body.innerHTML = '<main><section class="timeline"></section></main>';
    await settle();
    expect(isAbove()).toBe(true);
    expect(document.querySelector('perch-bar')).toBe(host);
  });

  it('brings it back when the page takes only it away', async () => {
    host.remove();
    await settle();
    expect(isAbove()).toBe(true);
  });

  it('moves it back when the page puts something between', async () => {
    host.after(document.createElement('div'));
    await settle();
    expect(isAbove()).toBe(true);
  });

  it('takes it away on other routes', async () => {
    route = 'elsewhere';
    dispatchEvent(new PopStateEvent('popstate'));
    await settle();
    expect(host.isConnected).toBe(false);
  });

  it('takes it away when there is nothing to show', async () => {
    isWanted = false;
    watcher.checkSoon();
    await settle();
    expect(host.isConnected).toBe(false);
  });

  it('looks once a frame however much changes', async () => {
    let looks = 0;
    const { anchor } = site;
    site.anchor = (document) => {
      looks++;
      return anchor(document);
    };
    for (let i = 0; i < 50; i++) {
      document.querySelector('.timeline')!.append(document.createElement('article'));
      watcher.checkSoon();
    }
    await settle();
    site.anchor = anchor;
    expect(looks).toBeLessThanOrEqual(2);
  });

  it('leaves no trace once it is stopped', async () => {
    stop.abort();
    document.querySelector('.timeline')!.append(document.createElement('article'));
    await settle();
    expect(document.body.innerHTML).not.toContain('perch-bar');
  });
});
