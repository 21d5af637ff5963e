/** @jsxImportSource react */
import { acct, type Part, type Person, type Post } from '../content.ts';
import { isForInner, shorten } from '../links.ts';
import type { Staging } from '../page-store.ts';
import { Icon } from './icon.tsx';

interface FlavourProps {
  flavour: Staging['flavour'];
  host: string;
}

const SHOWN_LETTERS = 30;
const AVATAR_PX = 46;

/** glitch links to the profile's own address, vanilla to its path here. */
function profileOf(person: Person, { flavour, host }: FlavourProps): string {
  if (flavour !== 'glitch') return `/@${acct(person)}`;
  return `https://${person.home ?? host}/@${person.user}`;
}

const accountId = ({ hue }: Person) => `1090000${hue}`;
const pictureOf = ({ user, hue }: Person) => `/system/accounts/avatars/${hue}/${user}.svg`;

function Avatar({ person, size, flavour, as: Tag = 'span' }: FlavourProps & AvatarProps) {
  return (
    <Tag
      className="account__avatar"
      style={{ width: `${size}px`, height: `${size}px` }}
      data-avatar-of={flavour === 'glitch' ? `@${acct(person)}` : undefined}
    >
      <img src={pictureOf(person)} alt="" />
    </Tag>
  );
}

interface AvatarProps {
  person: Person;
  size: number;
  as?: 'span' | 'div';
}

function BoostedAvatar({ author, booster, ...site }: FlavourProps & { author: Person; booster: Person }) {
  return (
    <div className="account__avatar-overlay" style={{ width: AVATAR_PX, height: AVATAR_PX }}>
      <div className="account__avatar-overlay-base">
        <Avatar person={author} size={36} as="div" {...site} />
      </div>
      <div className="account__avatar-overlay-overlay">
        <Avatar person={booster} size={24} as="div" {...site} />
      </div>
    </div>
  );
}

function Info({ post, ...site }: FlavourProps & { post: Post }) {
  const { author, booster } = post;
  const handle = acct(author);
  const content = (
    <>
      <a
        className="status__display-name"
        href={profileOf(author, site)}
        title={site.flavour === 'old' ? handle : `@${handle}`}
        data-id={accountId(author)}
        data-hover-card-account={accountId(author)}
      >
        <div className="status__avatar">
          {booster ? (
            <BoostedAvatar author={author} booster={booster} {...site} />
          ) : (
            <Avatar person={author} size={AVATAR_PX} {...site} />
          )}
        </div>
        <span className="display-name">
          <bdi>
            <strong className="display-name__html">{author.name}</strong>
          </bdi>
          <span className="display-name__account">@{handle}</span>
        </span>
      </a>
      <a href={`/@${handle}/${post.id}`} className="status__relative-time">
        <time>{post.age}</time>
      </a>
    </>
  );
  return site.flavour === 'glitch' ? (
    <header className="status__info">{content}</header>
  ) : (
    <div className="status__info">{content}</div>
  );
}

function Text({ part }: { part: Part }) {
  if (typeof part === 'string') return part;
  const { prefix, shown, rest } = shorten(part.url, SHOWN_LETTERS);
  return (
    <a
      href={part.url}
      title={part.url}
      className="unhandled-link"
      target="_blank"
      rel="noopener"
      translate="no"
    >
      <span className="invisible">{prefix}</span>
      <span className={rest === '' ? '' : 'ellipsis'}>{shown}</span>
      <span className="invisible">{rest}</span>
    </a>
  );
}

function Card({ post }: { post: Post }) {
  const { url, title, description } = post.card!;
  return (
    <a href={url} className="status-card" target="_blank" rel="noopener">
      <div className="status-card__image" />
      <div className="status-card__content" dir="auto">
        <span className="status-card__host">
          <span>{new URL(url).hostname}</span>
        </span>
        <strong className="status-card__title" title={title}>
          {title}
        </strong>
        <span className="status-card__description">{description}</span>
      </div>
    </a>
  );
}

function Prepend({ booster, ...site }: FlavourProps & { booster: Person }) {
  return (
    <div className="status__prepend">
      <div className="status__prepend__icon" />
      <span>
        <a
          className="status__display-name muted"
          href={profileOf(booster, site)}
          title={`@${acct(booster)}`}
          data-id={accountId(booster)}
        >
          <bdi>{booster.name}</bdi>
        </a>{' '}
        boosted
      </span>
    </div>
  );
}

export function Status({ post, open, ...site }: FlavourProps & { post: Post; open: (id: string) => void }) {
  const onClick = (event: { target: EventTarget }) => {
    if (!isForInner(event.target)) open(post.id);
  };
  return (
    <div
      className="status__wrapper status__wrapper-public focusable"
      tabIndex={0}
      aria-label={post.author.name}
      data-status-by={site.flavour === 'glitch' ? `@${acct(post.author)}` : undefined}
    >
      {post.booster && <Prepend booster={post.booster} {...site} />}
      <div className="status status-public" data-id={post.id} role="presentation" onClick={onClick}>
        <Info post={post} {...site} />
        <div className="status__content status__content--with-action">
          <div className="status__content__text status__content__text--visible translate" lang="en">
            <p>
              {post.parts.map((part, index) => (
                <Text key={index} part={part} />
              ))}
            </p>
          </div>
        </div>
        {post.card && <Card post={post} />}
        <div className="status__action-bar">
          {['reply', 'retweet', 'star', 'bookmark'].map((id) => (
            <button key={id} type="button" className="icon-button" aria-label={id}>
              <Icon id={id} />
            </button>
          ))}
        </div>
      </div>
    </div>
  );
}
