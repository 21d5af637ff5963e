import { readFile } from 'node:fs/promises';
import { assetOf, type Asset } from './asset.ts';

const STYLES = [
  '../../shared/ui/tokens.css',
  '../../shared/ui/tokens-system.css',
  '../../shared/ui/base.css',
  '../../shared/ui/mark.css',
  './share.css',
];

const textOf = (path: string) => readFile(new URL(path, import.meta.url), 'utf8');

/** What the page needs before its app is built, and without it: small enough to need no build. */
export async function readOwnFiles(): Promise<Map<string, Asset>> {
  const [icon, ...styles] = await Promise.all(['./icon.svg', ...STYLES].map(textOf));
  // Each file names what it stands on, and here that stands before it.
  const style = styles.map((text) => text.replace(/^@import .*;\n+/gm, '')).join('\n');
  return new Map([
    ['icon.svg', assetOf('icon.svg', Buffer.from(icon!))],
    ['share.css', assetOf('share.css', Buffer.from(style))],
  ]);
}
