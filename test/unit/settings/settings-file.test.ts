import { describe, expect, it } from 'vitest';
import { ulidOf } from '../../support/people.ts';
import { PLAIN_SETTINGS } from '../../support/fake-options.ts';
import { changesOf, merged } from '../../../extension/entrypoints/options/files/changes.ts';
import {
  FILE_MAX,
  readSettings,
  type Settings,
  writeSettings,
} from '../../../extension/entrypoints/options/files/settings-file.ts';

const visit = (number: number, at: number) => ({
  spaceId: ulidOf(number),
  server: 'https://spaces.example.org',
  title: `Space ${number}`,
  host: 'Ana',
  at,
});

/** Everything set otherwise than it comes. */
const FULL: Settings = {
  server: 'https://perch.example',
  servers: ['https://spaces.example.org'],
  sites: [{ host: 'social.example', software: 'mastodon' }],
  bar: { always: true, collapsed: true, hiddenOn: ['x.com'], offOn: ['bsky.app'] },
  language: 'fr',
  sound: { levelling: false, hold: 'talk', holdKey: 'KeyT' },
  volume: 0.5,
  voices: [['abcdEFGH', 1.5]],
  mastodon: 'walks.social',
  privacy: { shown: true, ahead: false, keepsHistory: true },
  history: [visit(1, 2_000)],
};

const file = (settings: unknown, head: object = { perch: 'settings', version: 1 }) =>
  JSON.stringify({ ...head, settings });
const faultOf = (text: string) => readSettings(text).fault;

describe('a settings file', () => {
  it('brings back all that was written into it', () => {
    const { given } = readSettings(writeSettings(FULL));
    expect(given).toEqual(FULL);
    expect(merged(PLAIN_SETTINGS, given!)).toEqual(FULL);
  });

  it('holds settings alone, whatever stands beside them', () => {
    const { given } = readSettings(
      file({ server: 'https://perch.example', token: 'secret', sessions: [{}] }),
    );
    expect(given).toEqual({ server: 'https://perch.example' });
  });

  it.each([
    ['no JSON', 'Dear diary'],
    ['nothing', ''],
    ['a list', '[]'],
    ['null', 'null'],
    ['a file of another program', '{"version":1,"settings":{}}'],
    ['a mark that is none', file({}, { perch: true, version: 1 })],
    ['a version that is none', file({}, { perch: 'settings', version: '1' })],
    ['no settings', JSON.stringify({ perch: 'settings', version: 1 })],
    ['a server that is a number', file({ server: 7 })],
    ['a server that would run', file({ server: 'javascript:alert(1)' })],
    ['a server on this computer’s disk', file({ server: 'file:///etc/passwd' })],
    ['a server without encryption', file({ server: 'http://perch.example' })],
    ['a server with a password', file({ server: 'https://ana:secret@perch.example' })],
    ['a server with a path', file({ servers: ['https://perch.example/evil'] })],
    [
      'servers without end',
      file({ servers: Array.from({ length: 201 }, (_, at) => `https://s${at}.example`) }),
    ],
    ['a site that is a pattern', file({ sites: [{ host: '*', software: 'mastodon' }] })],
    ['a site of unknown software', file({ sites: [{ host: 'social.example', software: 'virus' }] })],
    ['a language that nobody speaks', file({ language: 'xx' })],
    ['a bar that is a word', file({ bar: 'always' })],
    ['a volume beyond all', file({ volume: 11 })],
    ['a voice that deafens', file({ voices: [['abcdEFGH', 1e9]] })],
    ['a choice that is a text', file({ privacy: { shown: 'yes' } })],
    [
      'a visit to a server that would run',
      file({ history: [{ ...visit(1, 1), server: 'javascript:alert(1)' }] }),
    ],
    ['a visit to no Space', file({ history: [{ ...visit(1, 1), spaceId: '../../evil' }] })],
    ['a visit at no time', '{"perch":"settings","version":1,"settings":{"history":[{"at":1e999}]}}'],
    ['visits without end', file({ history: Array.from({ length: 101 }, (_, at) => visit(at + 1, at)) })],
  ])('is refused whole when it is %s', (_, text) => {
    expect(readSettings(text)).toEqual({ given: null, fault: 'stranger' });
  });

  it('is refused when a newer Perch wrote it, even one with settings that nobody here knows', () => {
    expect(faultOf(file({ server: { all: 'new' } }, { perch: 'settings', version: 2 }))).toBe('newer');
  });

  it('is refused when it is too large, before anything of it is read', () => {
    expect(faultOf(writeSettings(FULL) + ' '.repeat(FILE_MAX))).toBe('big');
  });

  it('cannot reach the prototypes of objects', () => {
    const text = `{"perch":"settings","version":1,"__proto__":{"isAdmin":true},"settings":{"bar":{"always":true,"collapsed":false,"hiddenOn":[],"offOn":[],"__proto__":{"isAdmin":true}},"__proto__":{"server":"javascript:1"}}}`;
    const { given } = readSettings(text);
    const next = merged(PLAIN_SETTINGS, given!);
    expect(next.bar).toEqual({ always: true, collapsed: false, hiddenOn: [], offOn: [] });
    expect(next.server).toBe(PLAIN_SETTINGS.server);
    expect('isAdmin' in {}).toBe(false);
    expect('isAdmin' in next.bar).toBe(false);
  });
});

describe('what an import changes', () => {
  it('is nothing where all is so already', () => {
    expect(changesOf(FULL, FULL)).toEqual([]);
    expect(changesOf(FULL, {})).toEqual([]);
  });

  it('is told thing by thing', () => {
    expect(changesOf(PLAIN_SETTINGS, FULL)).toEqual([
      { of: 'server', from: 'http://localhost:8790', to: 'https://perch.example' },
      { of: 'servers', hosts: ['spaces.example.org'] },
      { of: 'sites', hosts: ['social.example'] },
      { of: 'bar' },
      { of: 'sound' },
      { of: 'volume', to: 0.5 },
      { of: 'voices', n: 1 },
      { of: 'language', to: 'fr' },
      { of: 'mastodon', to: 'walks.social' },
      { of: 'privacy', choices: { shown: true, ahead: false } },
      { of: 'history', n: 1 },
    ]);
  });

  it('leaves what the file does not name as it is', () => {
    const next = merged(FULL, {
      language: 'en',
      privacy: { ahead: true },
      servers: ['https://third.example'],
    });
    expect(next).toEqual({
      ...FULL,
      language: 'en',
      privacy: { ...FULL.privacy, ahead: true },
      servers: ['https://spaces.example.org', 'https://third.example'],
    });
  });

  it('does not name the home server among the others', () => {
    expect(merged(FULL, { server: 'https://spaces.example.org' }).servers).toEqual([]);
  });

  it('takes a site once, and leaves one that is known as it is', () => {
    const sites = [
      { host: 'social.example', software: 'elk' },
      { host: 'new.example', software: 'elk' },
      { host: 'new.example', software: 'mastodon' },
    ] as const;
    expect(merged(FULL, { sites: [...sites] }).sites).toEqual([FULL.sites[0], sites[1]]);
  });

  it('joins both histories, the newest first, and none where none is wanted', () => {
    const given = { history: [visit(2, 3_000), visit(1, 1_000)] };
    expect(merged(FULL, given).history).toEqual([visit(2, 3_000), visit(1, 2_000)]);
    expect(merged(FULL, { ...given, privacy: { keepsHistory: false } }).history).toEqual([]);
  });
});
