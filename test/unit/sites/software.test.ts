import { afterEach, describe, expect, it } from 'vitest';
import { SOFTWARE_IDS } from '#shared/schema/site.ts';
import { fixedNames } from '../../../extension/sites/fixed.ts';
import { recognise, SOFTWARE } from '../../../extension/sites/software.ts';

const PAGES = {
  mastodon: '<div id="mastodon"></div><script id="initial-state" type="application/json">{}</script>',
  phanpy: '<div id="home-page" class="deck-container"></div>',
  elk: '<div id="__nuxt"><article aria-roledescription="status-card"></article></div>',
  bluesky: '<div data-testid="HomeScreen"></div>',
};

afterEach(() => document.body.replaceChildren());

describe('recognising what a page is made with', () => {
  it.each(SOFTWARE_IDS)('knows %s by all of its marks, and not by some of them', (id) => {
    document.body.innerHTML = PAGES[id];
    expect(recognise(SOFTWARE)).toBe(id);
    document.querySelector(SOFTWARE[id].at(-1)!)!.remove();
    expect(recognise(SOFTWARE)).toBeNull();
  });

  it('stands alone, so that it can be sent into a page', () => {
    document.body.innerHTML = PAGES.mastodon;
    // What the browser does with it: only its text and what it is given arrive there.
    const sent = new Function('document', 'given', `return (${recognise.toString()})(given)`);
    expect(sent(document, JSON.parse(JSON.stringify(SOFTWARE)))).toBe('mastodon');
  });
});

describe('the names of a fixed site', () => {
  it('are found by each of them, whole', () => {
    expect(fixedNames('twitter.com')).toEqual(['x.com', 'mobile.x.com', 'twitter.com', 'mobile.twitter.com']);
    expect(fixedNames('bsky.app')).toEqual(['bsky.app']);
    expect(fixedNames('notx.com')).toBeNull();
    expect(fixedNames('x.com.evil.example')).toBeNull();
  });
});
