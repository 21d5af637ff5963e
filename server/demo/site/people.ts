import type { ThemeName } from './sentences.ts';

export interface Author {
  handle: string;
  name: string;
  hue: number;
  bio: string;
  theme: ThemeName;
  followed: boolean;
}

const author = (
  handle: string,
  name: string,
  hue: number,
  theme: ThemeName,
  bio: string,
  followed = false,
): Author => ({ handle, name, hue, theme, bio, followed });

export const AUTHORS: readonly Author[] = [
  author(
    'ana',
    'Ana Ferreira',
    18,
    'walks',
    'Walks slowly, maps quickly. Porto and the hills behind it.',
    true,
  ),
  author('malik', 'Malik Osei', 174, 'web', 'Keeps forty small sites alive on one old machine.', true),
  author('kerstin', 'Kerstin Vogt', 222, 'repairs', 'Radio repairs on Saturdays. Bring the screws.', true),
  author('tomas', 'Tomás Rivera', 208, 'bread', 'Baker. Up before you.'),
  author('bea', 'Bea Lindqvist', 96, 'garden', 'Allotment 14, the one with the crooked shed.', true),
  author('yuki', 'Yūki Tanabe', 268, 'music', 'Plays the koto, fixes the koto, carries the koto.'),
  author('lea', 'Léa Marchand', 312, 'books', 'Bibliothécaire. Silence is optional after six.', true),
  author('jo', 'Jo Okafor', 24, 'web', 'Protocols, ports, patience.', true),
  author('ravi', 'Ravi Menon', 82, 'sea', 'Tide tables for fun. Harbour office for money.'),
  author('sam', 'Sam Whitlock', 200, 'walks', 'Old railway lines, end to end.'),
  author('ines', 'Inês Prado', 340, 'garden', 'Seeds by post. Ask me about beans.'),
  author('noor', 'Noor Haddad', 150, 'bread', 'Flatbreads of every coast I have seen.', true),
  author('piotr', 'Piotr Zieliński', 236, 'repairs', 'Clocks, mostly. They are never in a hurry here.'),
  author('wren', 'Wren Calloway', 48, 'books', 'Margins are for writing in.'),
  author('hana', 'Hana Kovář', 8, 'music', 'Choir on Tuesdays, loud on all other days.', true),
  author('eivind', 'Eivind Dahl', 190, 'sea', 'Lighthouse keeper’s grandson. Still checks the lamp.'),
];

export const authorOf = (handle: string): Author | undefined =>
  AUTHORS.find((candidate) => candidate.handle === handle);

export const initials = (name: string): string =>
  name
    .split(' ')
    .map((word) => word[0] ?? '')
    .join('')
    .slice(0, 2)
    .toUpperCase();
