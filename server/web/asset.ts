import { createHash } from 'node:crypto';
import { extname } from 'node:path';
import { gzipSync } from 'node:zlib';

const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
};

/** A file as it is sent. */
export interface Asset {
  type: string;
  etag: string;
  body: Buffer;
  gzipped: Buffer;
}

/** Whether files of this kind are sent at all. */
export function isServed(name: string): boolean {
  return extname(name) in TYPES;
}

export function assetOf(name: string, body: Buffer): Asset {
  return {
    type: TYPES[extname(name)]!,
    etag: etagOf(body),
    body,
    gzipped: gzipSync(body),
  };
}

export function etagOf(content: Buffer | string): string {
  return `"${createHash('sha256').update(content).digest('base64url').slice(0, 22)}"`;
}
