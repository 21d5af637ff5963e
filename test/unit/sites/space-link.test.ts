import { describe, expect, it } from 'vitest';
import { spaceLinkIn } from '../../../extension/sites/space-link.ts';

const ID = '01ARZ3NDEKTSV4RRFFQ69G5FAV';
const HOME = 'https://spaces.example.org';
const KNOWN = [HOME, 'http://localhost:8790'];

describe('links to Spaces', () => {
  it.each([
    [`${HOME}/s/${ID}`, HOME],
    [`${HOME}/s/${ID}/`, HOME],
    [`${HOME}/s/${ID}?utm_source=x#top`, HOME],
    [`${HOME}/s/${ID}/player`, HOME],
    [`spaces.example.org/s/${ID}`, HOME],
    [` ${HOME}/s/${ID} `, HOME],
    [`http://localhost:8790/s/${ID}`, 'http://localhost:8790'],
  ])('are read from %s', (text, server) => {
    expect(spaceLinkIn(text, KNOWN)).toEqual({ server, spaceId: ID });
  });

  it.each([
    ['a server that nobody added', `https://elsewhere.example/s/${ID}`],
    ['another port', `${HOME}:8443/s/${ID}`],
    ['plain http', `http://spaces.example.org/s/${ID}`],
    ['a name before the host', `https://spaces.example.org@evil.example/s/${ID}`],
    ['another path', `${HOME}/x/s/${ID}`],
    ['more of a path', `${HOME}/s/${ID}/image.png`],
    ['a cut id', `${HOME}/s/${ID.slice(0, 20)}…`],
    ['no id', `${HOME}/s/`],
    ['a script', `javascript:alert('/s/${ID}')`],
    ['nothing', ''],
  ])('are not seen in %s', (_, text) => {
    expect(spaceLinkIn(text, KNOWN)).toBeNull();
  });
});
