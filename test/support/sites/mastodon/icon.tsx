/** @jsxImportSource react */
import type { GlyphName } from '../glyphs.ts';
import { Glyph } from '../react-glyph.tsx';

const SHAPES: Readonly<Record<string, GlyphName>> = {
  home: 'home',
  house: 'home',
  bell: 'bell',
  user: 'user',
  reply: 'reply',
  retweet: 'boost',
  star: 'favourite',
  bookmark: 'bookmark',
};

/** `icon-home` and its kind are what tells one column from another. */
export function Icon({ id, className = '' }: { id: string; className?: string }) {
  return <Glyph name={SHAPES[id]!} className={`icon icon-${id} ${className}`} />;
}
