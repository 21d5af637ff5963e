import { Bell, Bookmark, Heart, House, type IconNode, MessageCircle, Repeat2, Star, User } from 'lucide';

export type GlyphName = 'home' | 'bell' | 'user' | 'reply' | 'boost' | 'like' | 'favourite' | 'bookmark';

/** The shapes of the sites' small pictures. */
export const GLYPHS: Readonly<Record<GlyphName, IconNode>> = {
  home: House,
  bell: Bell,
  user: User,
  reply: MessageCircle,
  boost: Repeat2,
  like: Heart,
  favourite: Star,
  bookmark: Bookmark,
};

export const GLYPH_STROKE = {
  viewBox: '0 0 24 24',
  fill: 'none',
  stroke: 'currentColor',
  'stroke-width': 2,
  'aria-hidden': 'true',
} as const;
