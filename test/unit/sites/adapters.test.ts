import { describe, expect, it } from 'vitest';
import { bluesky } from '../../../extension/sites/bluesky.ts';
import { elk } from '../../../extension/sites/elk.ts';
import { mastodon } from '../../../extension/sites/mastodon.ts';
import { phanpy } from '../../../extension/sites/phanpy.ts';
import type { Route, Site } from '../../../extension/sites/site.ts';
import { x } from '../../../extension/sites/x.ts';

const routeOf = (site: Site, address: string) => site.route(new URL(address));

function post(site: Site, html: string): Element {
  document.body.innerHTML = html;
  return document.querySelector(site.post)!;
}

describe('routes', () => {
  it.each<[Site, string, Route]>([
    [x, 'https://x.com/home', 'home'],
    [x, 'https://x.com/compose/post', 'over'],
    [x, 'https://x.com/ana/status/1/photo/1', 'over'],
    [x, 'https://x.com/home/pinned/edit', 'over'],
    [x, 'https://x.com/notifications', 'elsewhere'],
    [x, 'https://x.com/ana/status/1', 'elsewhere'],
    [x, 'https://x.com/homer', 'elsewhere'],
    [bluesky, 'https://bsky.app/', 'home'],
    [bluesky, 'https://bsky.app/profile/ana.sky.example', 'elsewhere'],
    [elk, 'https://elk.zone/home', 'home'],
    [elk, 'https://elk.zone/social.example/@ana', 'elsewhere'],
    [phanpy, 'https://phanpy.social/', 'home'],
    [phanpy, 'https://phanpy.social/#/', 'home'],
    [phanpy, 'https://phanpy.social/#/social.example/s/1', 'over'],
    [phanpy, 'https://phanpy.social/#/notifications', 'elsewhere'],
    [mastodon, 'https://social.example/home', 'home'],
    [mastodon, 'https://social.example/timelines/home', 'home'],
    [mastodon, 'https://social.example/deck/notifications', 'home'],
    [mastodon, 'https://social.example/notifications', 'elsewhere'],
    [mastodon, 'https://social.example/@ana', 'elsewhere'],
  ])('%o takes %s for %s', (site, address, route) => {
    expect(routeOf(site, address)).toBe(route);
  });
});

describe('authors', () => {
  it('are known on X by their handle', () => {
    const tweet = post(
      x,
      `<div data-testid="cellInnerDiv"><article data-testid="tweet">
        <div data-testid="User-Name"><a href="/Ana"></a><a href="/Ana/status/1"></a></div></article></div>`,
    );
    expect(x.keys(tweet, null)).toEqual(['x:ana']);
  });

  it('are known on Bluesky by handle and by the DID in the avatar', () => {
    const item = post(
      bluesky,
      `<div data-testid="feedItem-by-Ana.sky.example"><div><div data-testid="userAvatarImage">
        <img src="https://cdn.bsky.app/img/avatar/plain/did:plc:abc/bafk@jpeg"></div></div></div>`,
    );
    expect(bluesky.keys(item, null)).toEqual(['at:ana.sky.example', 'at:did:plc:abc']);
  });

  it('are left without a ring on Bluesky where it draws its own', () => {
    const item = (live: string) =>
      post(
        bluesky,
        `<div data-testid="feedItem-by-a"><div class="round"><div data-testid="userAvatarImage"></div>${live}</div></div>`,
      );
    expect(bluesky.avatar(item(''))?.className).toBe('round');
    expect(bluesky.avatar(item('<span>LIVE</span>'))).toBeNull();
  });

  const status = (info: string, wrapper = '') =>
    `<div class="item-list"><article><div class="status__wrapper" ${wrapper}><div class="status" data-id="1">${info}</div></div></article></div>`;

  it('are known on Mastodon by the whole name, with the domain of their server where it is left out', () => {
    const local = post(mastodon, status('<a class="status__display-name" href="/@ana"></a>'));
    expect(mastodon.keys(local, 'example.social')).toEqual([
      'ap:ana@example.social',
      `ap:${location.origin}/@ana`,
    ]);
    expect(mastodon.keys(local, null)).toEqual([`ap:${location.origin}/@ana`]);
    const remote = post(mastodon, status('<a class="status__display-name" href="/@bela@far.example"></a>'));
    expect(mastodon.keys(remote, 'example.social')).toEqual(['ap:bela@far.example']);
  });

  it('are not taken for those who boosted them', () => {
    const boosted = post(
      mastodon,
      `<div class="item-list"><article><div class="status__wrapper">
        <div class="status__prepend"><a class="status__display-name muted" href="/@dana"></a></div>
        <div class="status" data-id="1"><a class="status__display-name" href="/@ana"></a></div></div></article></div>`,
    );
    expect(mastodon.keys(boosted, 'example.social')).toContain('ap:ana@example.social');
    const card = post(
      elk,
      `<div id="status-1" aria-roledescription="status-card">
        <a href="/social.example/@dana"><img class="account-avatar"></a>
        <a href="/social.example/@ana"><img class="account-avatar"></a><div class="status-body"></div></div>`,
    );
    expect(elk.keys(card, null)).toEqual(['ap:ana@social.example', 'ap:https://social.example/@ana']);
  });

  it('are known on glitch-soc by its own attribute, whatever its links look like', () => {
    const glitch = post(
      mastodon,
      status(
        '<a class="status__display-name" href="https://far.example/@Bela"></a>',
        'data-status-by="@Bela@far.example"',
      ),
    );
    expect(mastodon.keys(glitch, 'glitch.example')).toEqual(['ap:bela@far.example']);
  });

  it('are known on Phanpy by name and profile', () => {
    const article = post(
      phanpy,
      `<article class="status" data-state-post-id="1">
        <a href="https://far.example/@Bela" title="@bela@far.example"><picture class="avatar"></picture></a></article>`,
    );
    expect(phanpy.keys(article, null)).toEqual(['ap:bela@far.example', 'ap:https://far.example/@bela']);
  });

  it('are nobody where a page is not as it should be', () => {
    const empty: [Site, string][] = [
      [x, '<div data-testid="cellInnerDiv"><article data-testid="tweet"></article></div>'],
      [mastodon, status('')],
      [elk, '<div id="status-1" aria-roledescription="status-card"></div>'],
      [phanpy, '<article class="status" data-state-post-id="1"></article>'],
    ];
    for (const [site, html] of empty) {
      expect(site.keys(post(site, html), null)).toEqual([]);
      expect(site.avatar(post(site, html))).toBeNull();
    }
  });
});
