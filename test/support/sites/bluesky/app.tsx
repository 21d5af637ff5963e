/** @jsxImportSource react */
import { useRef } from 'react';
import { createPortal } from 'react-dom';
import { Pressable, Text, TextInput, View } from 'react-native-web';
import { READER } from '../content.ts';
import type { PageStore } from '../page-store.ts';
import { Glyph } from '../react-glyph.tsx';
import { usePage } from '../react-page.tsx';
import { HomeScreen } from './home-screen.tsx';
import { OtherScreen } from './other-screen.tsx';
import { PALETTES, Theme, usePalette } from './palette.ts';

interface AppProps {
  page: PageStore;
  open: (id: string) => void;
}

/** Home and so many more stay mounted under the screen that is seen. */
const KEPT_SCREENS = 5;

/** The screens that were seen last; the present one is among them. */
function useScreens(shown: string, home: string): readonly string[] {
  const seen = useRef<readonly string[]>([]);
  if (shown !== home && !seen.current.includes(shown)) {
    seen.current = [...seen.current, shown].slice(-KEPT_SCREENS);
  }
  return seen.current;
}

function Navigation({ page }: { page: PageStore }) {
  const { text, accent } = usePalette();
  const { home, notifications, profile } = page.routes;
  const links = [
    ['Home', home, 'home'],
    ['Notifications', notifications, 'bell'],
    ['Profile', profile(READER), 'user'],
  ] as const;
  return (
    <View role="navigation" style={{ width: 240, paddingTop: 16, paddingRight: 16 }}>
      {links.map(([label, to, glyph]) => (
        <View
          key={label}
          role="link"
          href={to}
          aria-label={label}
          style={{ padding: 12, flexDirection: 'row', gap: 8 }}
        >
          <Text style={{ color: text }}>
            <Glyph name={glyph} />
          </Text>
          <Text style={{ fontSize: 17, fontWeight: '600', color: text }}>{label}</Text>
        </View>
      ))}
      <Pressable
        aria-label="Compose new post"
        role="button"
        onPress={() => page.openModal()}
        style={{
          backgroundColor: accent,
          borderRadius: 999,
          paddingVertical: 12,
          alignItems: 'center',
          marginTop: 12,
        }}
      >
        <Text style={{ color: '#FFFFFF', fontSize: 15, fontWeight: '600' }}>New post</Text>
      </Pressable>
    </View>
  );
}

function Composer({ page }: { page: PageStore }) {
  const { background, text } = usePalette();
  return createPortal(
    <View role="dialog" aria-modal aria-label="New post" style={{ position: 'fixed', inset: 0, zIndex: 20 }}>
      <View style={{ position: 'absolute', inset: 0, backgroundColor: 'rgba(0,0,0,0.5)' }} />
      <View
        style={{
          width: 600,
          marginHorizontal: 'auto',
          marginTop: 80,
          padding: 16,
          borderRadius: 8,
          backgroundColor: background,
        }}
      >
        <Pressable role="button" aria-label="Cancel" onPress={() => page.closeModal()}>
          <Text style={{ color: text }}>Cancel</Text>
        </Pressable>
        <TextInput
          aria-label="Post text"
          multiline
          placeholder="What's up?"
          style={{ color: text, height: 120 }}
        />
      </View>
    </View>,
    document.body,
  );
}

function Aside() {
  const { muted, line } = usePalette();
  return (
    <View style={{ width: 300, paddingTop: 20, paddingLeft: 28 }}>
      <View style={{ borderWidth: 1, borderColor: line, borderRadius: 999, padding: 12 }}>
        <Text style={{ color: muted }}>Search</Text>
      </View>
      <Text style={{ color: muted, marginTop: 20 }}>Feedback · Privacy · Terms · Help</Text>
    </View>
  );
}

export function App({ page, open }: AppProps) {
  const { shown, theme, isModalOpen, timeline, column } = usePage(page);
  const isHome = page.routes.isHome(shown);
  const screens = useScreens(shown, page.routes.home);
  const palette = PALETTES[theme]!;
  return (
    <Theme.Provider value={palette}>
      <View
        style={{
          flexDirection: 'row',
          justifyContent: 'center',
          minHeight: '100vh',
          backgroundColor: palette.background,
        }}
      >
        <View style={{ position: 'sticky', top: 0, alignSelf: 'flex-start' }}>
          <Navigation page={page} />
        </View>
        <View role="main" style={{ width: 602 }}>
          <View style={{ display: isHome ? 'flex' : 'none' }} key="home">
            {timeline !== 'gone' && <HomeScreen key={column} page={page} open={open} />}
          </View>
          {screens.map((path) => (
            <View key={path} style={{ display: path === shown ? 'flex' : 'none' }}>
              <OtherScreen page={page} path={path} open={open} />
            </View>
          ))}
        </View>
        <Aside />
      </View>
      {isModalOpen && <Composer page={page} />}
    </Theme.Provider>
  );
}
