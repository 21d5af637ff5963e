/** @jsxImportSource react */
import { memo } from 'react';
import { Image, Pressable, Text, View } from 'react-native-web';
import { type LinkCard, type Person, type Post, skyHandle } from '../content.ts';
import type { GlyphName } from '../glyphs.ts';
import { isForInner, shorten } from '../links.ts';
import { Glyph } from '../react-glyph.tsx';
import { usePalette } from './palette.ts';

const SHOWN_LETTERS = 28;
const AVATAR_PX = 42;
const NEW_TAB = { target: '_blank', rel: 'noopener noreferrer' };

/** Outward links go by way of the site's own counter; in every other post they are left as they are. */
const proxied = (url: string, { id }: Post) =>
  Number(id.at(-4)) % 2 === 1 ? url : `https://go.bsky.app/redirect?u=${encodeURIComponent(url)}`;

function shown(url: string): string {
  const { shown: start, rest } = shorten(url, SHOWN_LETTERS);
  return rest === '' ? start : `${start}...`;
}

function Avatar({ person }: { person: Person }) {
  const { line, accent } = usePalette();
  const size = { width: AVATAR_PX, height: AVATAR_PX };
  return (
    <View role="link" href={`/profile/${skyHandle(person)}`} aria-label={`${person.name}'s avatar`}>
      {person.hasAvatar ? (
        <View style={size}>
          <Image
            testID="userAvatarImage"
            style={{ ...size, borderRadius: 21, backgroundColor: line }}
            source={{
              uri: `https://cdn.bsky.app/img/avatar_thumbnail/plain/${person.did}/bafkrei${person.hue}`,
            }}
          />
        </View>
      ) : (
        <View style={size}>
          <View testID="userAvatarFallback" style={{ ...size, borderRadius: 21, backgroundColor: accent }} />
        </View>
      )}
    </View>
  );
}

function PostText({ post }: { post: Post }) {
  const { text, accent } = usePalette();
  return (
    <Text testID="postText" style={{ color: text, fontSize: 15, lineHeight: 20 }} dir="auto">
      {post.parts.map((part, index) =>
        typeof part === 'string' ? (
          part
        ) : (
          <Text
            key={index}
            role="link"
            href={proxied(part.url, post)}
            hrefAttrs={NEW_TAB}
            style={{ color: accent }}
          >
            {shown(part.url)}
          </Text>
        ),
      )}
    </Text>
  );
}

function ExternalEmbed({ card }: { card: LinkCard }) {
  const { text, muted, line } = usePalette();
  return (
    <View role="link" href={card.url} hrefAttrs={NEW_TAB} aria-label={card.title} style={{ marginTop: 8 }}>
      <View style={{ borderWidth: 1, borderColor: line, borderRadius: 12, padding: 12, gap: 3 }}>
        <Text style={{ color: text, fontSize: 15, fontWeight: '600' }}>{card.title}</Text>
        <Text style={{ color: text, fontSize: 13 }}>{card.description}</Text>
        <Text style={{ color: muted, fontSize: 12 }}>{new URL(card.url).hostname}</Text>
      </View>
    </View>
  );
}

function Meta({ post }: { post: Post }) {
  const { text, muted } = usePalette();
  const profile = `/profile/${skyHandle(post.author)}`;
  return (
    <View style={{ flexDirection: 'row', gap: 4, paddingBottom: 4 }}>
      <Text role="link" href={profile} style={{ color: text, fontSize: 15, fontWeight: '600' }}>
        {post.author.name}
      </Text>
      <Text role="link" href={profile} style={{ color: muted, fontSize: 15 }}>
        {` @${skyHandle(post.author)}`}
      </Text>
      <Text role="link" href={`${profile}/post/${post.id}`} style={{ color: muted, fontSize: 15 }}>
        {` · ${post.age}`}
      </Text>
    </View>
  );
}

const CONTROLS: readonly (readonly [string, GlyphName])[] = [
  ['replyBtn', 'reply'],
  ['repostBtn', 'boost'],
  ['likeBtn', 'like'],
];

function Controls() {
  const { muted } = usePalette();
  return (
    <View style={{ flexDirection: 'row', justifyContent: 'space-between', maxWidth: 320, marginTop: 8 }}>
      {CONTROLS.map(([testID, glyph]) => (
        <View key={testID} testID={testID} role="button" aria-label={testID}>
          <Text style={{ color: muted }}>
            <Glyph name={glyph} size={18} />
          </Text>
        </View>
      ))}
    </View>
  );
}

export const FeedItem = memo(function FeedItem({ post, open }: { post: Post; open: (id: string) => void }) {
  const { line, muted } = usePalette();
  return (
    <Pressable
      testID={`feedItem-by-${skyHandle(post.author)}`}
      role="link"
      accessible={false}
      tabIndex={-1}
      onPress={(event) => {
        if (!isForInner(event.target)) open(post.id);
      }}
      style={{ borderTopWidth: 1, borderColor: line, paddingLeft: 10, paddingRight: 15, paddingBottom: 8 }}
    >
      <View style={{ paddingLeft: 42, paddingTop: 8 }}>
        {post.booster && (
          <View role="link" href={`/profile/${skyHandle(post.booster)}`}>
            <Text style={{ color: muted, fontSize: 13 }}>{`Reposted by ${post.booster.name}`}</Text>
          </View>
        )}
      </View>
      <View style={{ flexDirection: 'row', gap: 10 }}>
        <Avatar person={post.author} />
        <View style={{ flex: 1 }}>
          <Meta post={post} />
          <View testID="contentHider-post">
            <PostText post={post} />
            {post.card && <ExternalEmbed card={post.card} />}
          </View>
          <Controls />
        </View>
      </View>
    </Pressable>
  );
});
