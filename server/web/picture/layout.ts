import { FAMILIES } from './fonts.ts';
import { PICTURE_SIZE } from './size.ts';

/** A node as satori takes it. */
export interface Node {
  type: 'div';
  props: { style: Style; children?: Node[] | string };
}
type Style = Record<string, string | number>;

export interface Face {
  colour: string;
  initial: string;
}

/** What a picture shows; empty texts stand for what cannot be drawn. */
export interface Content {
  title: string;
  host: Face & { name: string };
  /** Those on stage with the host. */
  others: Face[];
  /** The line under the host's name, and in place of a title that cannot be drawn. */
  what: string;
  site: string;
}

const COLOURS = {
  evening: '#f1eafc',
  ground: '#fffefd',
  text: '#17151c',
  muted: '#625e6e',
  accent: '#6440f0',
  accent2: '#d1447f',
};
const GRADIENT = `linear-gradient(135deg, ${COLOURS.accent}, ${COLOURS.accent2})`;
/** Beyond so many letters a title is set smaller, to keep to three lines. */
const LONG = 44;

/** The picture as a tree: the mark and the server above, the title, and who is there below. */
export function layOut(content: Content): Node {
  return box(
    {
      ...PICTURE_SIZE,
      flexDirection: 'column',
      justifyContent: 'space-between',
      padding: '64px 72px',
      backgroundColor: COLOURS.ground,
      backgroundImage: `linear-gradient(150deg, ${COLOURS.ground} 38%, ${COLOURS.evening})`,
      color: COLOURS.text,
      fontFamily: FAMILIES,
    },
    head(content.site),
    heading(content.title === '' ? content.what : content.title),
    people(content),
  );
}

function head(site: string): Node {
  const brand = box(
    { alignItems: 'center', gap: 18 },
    mark(),
    words('Perch', { fontSize: 34, fontWeight: 600 }),
  );
  const where = words(site, { fontSize: 28, color: COLOURS.muted });
  return box({ alignItems: 'center', justifyContent: 'space-between' }, brand, where);
}

function mark(): Node {
  const bar = (height: number) => box({ width: 6, height, borderRadius: 3, backgroundColor: '#fff' });
  return box(
    {
      width: 56,
      height: 56,
      alignItems: 'flex-end',
      justifyContent: 'center',
      gap: 5,
      paddingBottom: 16,
      borderRadius: 28,
      backgroundImage: GRADIENT,
    },
    bar(14),
    bar(24),
    bar(18),
  );
}

function heading(title: string): Node {
  const isLong = Array.from(title).length > LONG;
  return words(title, {
    display: 'block',
    fontSize: isLong ? 66 : 84,
    fontWeight: 600,
    lineHeight: 1.14,
    letterSpacing: -2,
    lineClamp: 3,
    wordBreak: 'break-word',
  });
}

function people({ title, host, others, what }: Content): Node {
  const name = words(host.name, {
    display: 'block',
    maxWidth: 580,
    fontSize: 40,
    fontWeight: 600,
    lineClamp: 1,
    wordBreak: 'break-all',
  });
  const line = words(what, { fontSize: 29, color: COLOURS.muted });
  const lines = [...(host.name === '' ? [] : [name]), ...(title === '' ? [] : [line])];
  const stack = others.map((face, index) =>
    box(
      { padding: 5, borderRadius: 46, backgroundColor: COLOURS.ground, marginLeft: index === 0 ? 0 : -26 },
      disc(face, 82),
    ),
  );
  return box(
    { alignItems: 'center', justifyContent: 'space-between' },
    box({ alignItems: 'center', gap: 28 }, ringed(host), box({ flexDirection: 'column', gap: 4 }, ...lines)),
    box({}, ...stack),
  );
}

/** The ring that Perch draws round whoever is live. */
function ringed(face: Face): Node {
  return box(
    { padding: 5, borderRadius: 64, backgroundImage: GRADIENT },
    box({ padding: 6, borderRadius: 60, backgroundColor: COLOURS.ground }, disc(face, 104)),
  );
}

function disc({ colour, initial }: Face, size: number): Node {
  const style = {
    width: size,
    height: size,
    alignItems: 'center',
    justifyContent: 'center',
    borderRadius: size / 2,
    backgroundColor: colour,
    color: '#fff',
    fontSize: size * 0.42,
    fontWeight: 600,
  };
  return { type: 'div', props: { style: { display: 'flex', ...style }, children: initial } };
}

function words(text: string, style: Style): Node {
  return { type: 'div', props: { style: { display: 'flex', ...style }, children: text } };
}

function box(style: Style, ...children: Node[]): Node {
  return { type: 'div', props: { style: { display: 'flex', boxSizing: 'border-box', ...style }, children } };
}
