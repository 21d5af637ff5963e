/** @jsxImportSource react */
import { createElement } from 'react';
import { type GlyphName, GLYPHS } from './glyphs.ts';

interface GlyphProps {
  name: GlyphName;
  className?: string;
  size?: number;
}

export function Glyph({ name, className, size = 24 }: GlyphProps) {
  return (
    <svg
      className={className}
      viewBox="0 0 24 24"
      width={size}
      height={size}
      fill="none"
      stroke="currentColor"
      strokeWidth={2}
      aria-hidden="true"
    >
      {GLYPHS[name].map(([tag, attributes], index) => createElement(tag, { ...attributes, key: index }))}
    </svg>
  );
}
