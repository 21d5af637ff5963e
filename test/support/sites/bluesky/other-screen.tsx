/** @jsxImportSource react */
import { Text, View } from 'react-native-web';
import { ANA } from '../content.ts';
import type { PageStore } from '../page-store.ts';
import { FeedItem } from './feed-item.tsx';
import { List } from './list.tsx';
import { usePalette } from './palette.ts';

interface ScreenProps {
  page: PageStore;
  path: string;
  open: (id: string) => void;
}

const NOTHING = () => {};

/** Notifications, a profile or a single post: a list of the same kind under another name. */
export function OtherScreen({ page, path, open }: ScreenProps) {
  const { text, background, line } = usePalette();
  const isNotifications = path === page.routes.notifications;
  const isPost = path.includes('/post/');
  const testID = isNotifications ? 'notificationsScreen' : isPost ? 'postThreadScreen' : 'profileScreen';
  const title = isNotifications ? 'Notifications' : isPost ? 'Post' : ANA.name;
  const header = (
    <View style={{ padding: 16, borderBottomWidth: 1, borderColor: line, backgroundColor: background }}>
      <Text style={{ color: text, fontSize: 18, fontWeight: '600' }}>{title}</Text>
    </View>
  );
  return (
    <View testID={testID}>
      <List testID={`${testID}-flatlist`} header={header} onNearEnd={NOTHING}>
        {page.state.posts.slice(40, 46).map((post) => (
          <FeedItem key={post.id} post={post} open={open} />
        ))}
      </List>
    </View>
  );
}
