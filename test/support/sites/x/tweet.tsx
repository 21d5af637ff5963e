/** @jsxImportSource react */
import { Fragment, memo } from 'react';
import type { Link, Person, Post } from '../content.ts';
import type { GlyphName } from '../glyphs.ts';
import { isForInner, shorten } from '../links.ts';
import { Glyph } from '../react-glyph.tsx';

const SHOWN_LETTERS = 24;

/** The site's own short address of a link, the same for the same link in the same post. */
const short = (post: Post, url: string) => {
  const at = post.parts.findIndex((part) => typeof part !== 'string' && part.url === url);
  return `https://t.co/f${post.id.slice(-9)}${at}`;
};

const picture = (person: Person) =>
  `https://pbs.twimg.com/profile_images/${person.hue}/${person.user}_normal.jpg`;

function TextLink({ post, link }: { post: Post; link: Link }) {
  const { prefix, shown, rest } = shorten(link.url, SHOWN_LETTERS);
  return (
    <a dir="ltr" href={short(post, link.url)} rel="noopener noreferrer nofollow" target="_blank" role="link">
      <span aria-hidden="true" className="cut">
        {prefix}
      </span>
      {shown}
      {rest !== '' && (
        <>
          <span aria-hidden="true" className="cut">
            {rest}
          </span>
          <span aria-hidden="true">…</span>
        </>
      )}
    </a>
  );
}

function Card({ post }: { post: Post }) {
  const { url, title, description } = post.card!;
  const { hostname } = new URL(url);
  return (
    <div aria-labelledby={`card-${post.id}`} id={`card-${post.id}`}>
      <div data-testid="card.wrapper" className="card">
        <div data-testid="card.layoutSmall.media" className="card-picture" aria-hidden="true" />
        <div data-testid="card.layoutSmall.detail" className="card-detail">
          <a
            href={short(post, url)}
            rel="noopener noreferrer nofollow"
            target="_blank"
            role="link"
            aria-label={`${hostname} ${title}`}
          >
            <div className="muted">{hostname}</div>
            <div>{title}</div>
            <div className="muted">{description}</div>
          </a>
        </div>
      </div>
    </div>
  );
}

function Avatar({ person }: { person: Person }) {
  return (
    <div data-testid="Tweet-User-Avatar">
      <div data-testid={`UserAvatar-Container-${person.user}`}>
        <a href={`/${person.user}`} role="link" tabIndex={-1} aria-hidden="true">
          <div className="avatar" style={{ backgroundColor: `hsl(${person.hue} 45% 55%)` }}>
            <img alt="" draggable="true" src={picture(person)} />
          </div>
        </a>
      </div>
    </div>
  );
}

function Names({ post }: { post: Post }) {
  const { user, name } = post.author;
  return (
    <div data-testid="User-Name" className="names">
      <div>
        <a href={`/${user}`} role="link">
          <b>{name}</b>
        </a>
      </div>
      <div className="muted">
        <a href={`/${user}`} role="link" tabIndex={-1}>
          <span>@{user}</span>
        </a>
        <span aria-hidden="true"> · </span>
        <a href={`/${user}/status/${post.id}`} role="link" dir="ltr">
          <time>{post.age}</time>
        </a>
      </div>
    </div>
  );
}

const ACTIONS: readonly (readonly [string, GlyphName])[] = [
  ['reply', 'reply'],
  ['retweet', 'boost'],
  ['like', 'like'],
  ['bookmark', 'bookmark'],
];

function Actions() {
  return (
    <div role="group" className="actions">
      {ACTIONS.map(([name, glyph]) => (
        <button key={name} type="button" data-testid={name} aria-label={name}>
          <Glyph name={glyph} size={18} />
        </button>
      ))}
    </div>
  );
}

export const Tweet = memo(function Tweet({ post, open }: { post: Post; open: (id: string) => void }) {
  const article = (
    <article
      data-testid="tweet"
      role="article"
      tabIndex={0}
      onClick={(event) => {
        if (!isForInner(event.target)) open(post.id);
      }}
    >
      {post.booster && (
        <a href={`/${post.booster.user}`} role="link" className="context muted">
          <span data-testid="socialContext">
            <span>{post.booster.name} reposted</span>
          </span>
        </a>
      )}
      <div className="row">
        <Avatar person={post.author} />
        <div className="body">
          <Names post={post} />
          <div data-testid="tweetText" dir="auto" lang="en">
            {post.parts.map((part, index) =>
              typeof part === 'string' ? (
                <span key={index}>{part}</span>
              ) : (
                <Fragment key={index}>
                  <TextLink post={post} link={part} />
                </Fragment>
              ),
            )}
          </div>
          {post.card && <Card post={post} />}
          <Actions />
        </div>
      </div>
    </article>
  );
  return (
    <div className="line">{post.isAd ? <div data-testid="placementTracking">{article}</div> : article}</div>
  );
});
