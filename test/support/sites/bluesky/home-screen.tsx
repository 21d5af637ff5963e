/** @jsxImportSource react */
import { Pressable, Text, View } from 'react-native-web';
import type { Post } from '../content.ts';
import type { PageStore } from '../page-store.ts';
import { usePage } from '../react-page.tsx';
import { FeedItem } from './feed-item.tsx';
import { List } from './list.tsx';
import { usePalette } from './palette.ts';

interface ScreenProps {
  page: PageStore;
  open: (id: string) => void;
}

const TABS = ['Following', 'Discover'];
/** The second feed has other posts, older by this many, and few of them. */
const DISCOVER_FROM = 30;
const DISCOVER_COUNT = 60;

function FeedTabs({ page }: { page: PageStore }) {
  const { tab } = usePage(page);
  const { background, line, text, muted, accent } = usePalette();
  return (
    <View style={{ position: 'sticky', top: 0, zIndex: 10, backgroundColor: background }}>
      <View
        testID="homeScreenFeedTabs"
        style={{ flexDirection: 'row', borderBottomWidth: 1, borderColor: line }}
      >
        {TABS.map((name, index) => (
          <Pressable
            key={name}
            testID={`homeScreenFeedTabs-selector-${index}`}
            role="tab"
            aria-selected={tab === index}
            onPress={() => page.update({ tab: index })}
            style={{ paddingVertical: 12, paddingHorizontal: 16 }}
          >
            <Text
              style={{
                color: tab === index ? text : muted,
                fontSize: 15,
                fontWeight: '600',
                paddingBottom: 8,
                borderBottomWidth: 3,
                borderColor: tab === index ? accent : 'transparent',
              }}
            >
              {name}
            </Text>
          </Pressable>
        ))}
      </View>
    </View>
  );
}

/** The row above the posts: 66 px high. */
function ComposerPrompt({ page }: { page: PageStore }) {
  const { muted, line } = usePalette();
  return (
    <Pressable
      role="button"
      aria-label="Compose new post"
      onPress={() => page.openModal()}
      style={{ height: 66, padding: 12, flexDirection: 'row', alignItems: 'center', gap: 12 }}
    >
      <View style={{ width: 42, height: 42, borderRadius: 21, backgroundColor: line }} />
      <Text style={{ color: muted, fontSize: 15 }}>What's up?</Text>
    </Pressable>
  );
}

function Feed({ page, open, testID, posts }: ScreenProps & { testID: string; posts: readonly Post[] }) {
  const { muted } = usePalette();
  const { timeline } = usePage(page);
  return (
    <View testID={testID}>
      <View testID={`${testID}-feed`}>
        <List
          testID={`${testID}-feed-flatlist`}
          header={<ComposerPrompt page={page} />}
          onNearEnd={(scroller) => page.moreNear(scroller)}
        >
          {timeline === 'loading' ? (
            <View key="placeholder" style={{ padding: 20 }}>
              <Text style={{ color: muted }}>Loading…</Text>
            </View>
          ) : (
            posts.map((post) => <FeedItem key={post.id} post={post} open={open} />)
          )}
        </List>
      </View>
    </View>
  );
}

/** Each feed has a list of its own, and all lists stay mounted. */
export function HomeScreen({ page, open }: ScreenProps) {
  const { tab, posts, loaded } = usePage(page);
  const feeds = [
    ['followingFeedPage', posts.slice(0, loaded)],
    ['customFeedPage', posts.slice(DISCOVER_FROM, DISCOVER_FROM + DISCOVER_COUNT)],
  ] as const;
  return (
    <View testID="HomeScreen">
      <View>
        <FeedTabs page={page} />
        {feeds.map(([testID, shown], index) => (
          <View key={testID} style={{ display: tab === index ? 'flex' : 'none' }}>
            <Feed page={page} open={open} testID={testID} posts={shown} />
          </View>
        ))}
      </View>
    </View>
  );
}
