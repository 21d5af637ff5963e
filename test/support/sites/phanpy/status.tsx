import { memo } from 'preact/compat';
import { acct, type LinkCard, type Part, type Person, type Post } from '../content.ts';
import { shorten } from '../links.ts';
import { SERVER } from './server.ts';

const SHOWN_LETTERS = 30;

/** Accounts open in a sheet of the app, not at their address. */
const stay = (event: Event) => {
  event.preventDefault();
  event.stopPropagation();
};

/** Where a person's profile is for everybody: not where their handle points when the domain differs. */
const profileOf = ({ user, home }: Person) => `https://${home ?? SERVER}/@${user}`;

function Avatar({ person, size }: { person: Person; size: number }) {
  return (
    <picture class={`avatar avatar-${size}`} title="">
      <img
        src={`https://${SERVER}/system/accounts/avatars/${person.hue}/${person.user}.svg`}
        width={size}
        height={size}
        alt=""
        loading="lazy"
        decoding="async"
        crossOrigin="anonymous"
      />
    </picture>
  );
}

function NameText({ person, withAvatar = false }: { person: Person; withAvatar?: boolean }) {
  return (
    <a class="name-text" href={profileOf(person)} title={`${person.name} (@${acct(person)})`} onClick={stay}>
      {withAvatar && (
        <>
          <Avatar person={person} size={20} />{' '}
        </>
      )}
      <b dir="auto">{person.name}</b>
      {!withAvatar && (
        <>
          {' '}
          <i class="bidi-isolate">@{person.user}</i>
        </>
      )}
    </a>
  );
}

function Text({ part }: { part: Part }) {
  if (typeof part === 'string') return <>{part}</>;
  const { prefix, shown, rest } = shorten(part.url, SHOWN_LETTERS);
  return (
    <a href={part.url} target="_blank" rel="nofollow noopener noreferrer">
      <span class="invisible">{prefix}</span>
      <span class={rest === '' ? '' : 'ellipsis'}>{shown}</span>
      <span class="invisible">{rest}</span>
    </a>
  );
}

function Card({ card }: { card: LinkCard }) {
  return (
    <a
      href={card.url}
      target="_blank"
      rel="nofollow noopener"
      class="card link  no-image"
      lang="en"
      dir="auto"
    >
      <div class="meta-container">
        <p class="meta domain">
          <span class="domain">{new URL(card.url).hostname}</span>
        </p>
        <p class="title" title={card.title}>
          {card.title}
        </p>
        <p class="meta">{card.description}</p>
      </div>
    </a>
  );
}

function Quote({ post }: { post: Post }) {
  return (
    <div class="status-card-container">
      <a href={`#/${SERVER}/s/${post.id}`} class="status-card-link quote-post-native">
        <Article post={post} isQuoted />
      </a>
    </div>
  );
}

/** The outer post of a quote carries `status-quote`; the post that it quotes lies inside as `status-card`. */
function Article({ post, isQuoted = false }: { post: Post; isQuoted?: boolean }) {
  const { author, quoted } = post;
  const kinds = `${quoted ? 'status-quote' : ''} visibility-public ${isQuoted ? 'small status-card' : 'medium'}`;
  return (
    <article data-state-post-id={`${SERVER}/${post.id}`} tabIndex={-1} class={`status ${kinds}`}>
      <div class="status-badge" />
      {!isQuoted && (
        <a href={profileOf(author)} tabIndex={-1} title={`@${acct(author)}`} onClick={stay}>
          <Avatar person={author} size={50} />
        </a>
      )}
      <div class="container">
        <div class="meta">
          <span class="meta-name">
            <NameText person={author} withAvatar={isQuoted} />
          </span>{' '}
          <span class="time">
            <time>{post.age}</time>
          </span>
        </div>
        <div class="content-container">
          <div class="content-compact" hidden />
          <div class="content">
            <p>
              {post.parts.map((part, index) => (
                <Text key={index} part={part} />
              ))}
            </p>
          </div>
          {quoted && <Quote post={quoted} />}
          {post.card && <Card card={post.card} />}
        </div>
      </div>
    </article>
  );
}

export const Status = memo(function Status({ post }: { post: Post }) {
  if (!post.booster) return <Article post={post} />;
  return (
    <div data-state-post-id={`${SERVER}/${post.id} boost`} class="status-reblog">
      <div class="status-pre-meta">
        <NameText person={post.booster} withAvatar /> <span>boosted</span>
      </div>
      <Article post={post} />
    </div>
  );
});
