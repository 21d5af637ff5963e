import { describe, expect, it } from 'vitest';
import { serverOrigin } from '../../extension/background/address.ts';

describe('serverOrigin', () => {
  it.each([
    ['https://perch.example.org', 'https://perch.example.org'],
    ['  https://perch.example.org/some/path?x=1 ', 'https://perch.example.org'],
    ['perch.example.org', 'https://perch.example.org'],
    ['localhost:8790', 'http://localhost:8790'],
    ['http://127.0.0.1:8790/', 'http://127.0.0.1:8790'],
    ['HTTPS://Perch.Example.org:443', 'https://perch.example.org'],
  ])('reads %s', (input, origin) => {
    expect(serverOrigin(input)).toBe(origin);
  });

  it.each([
    '',
    'http://perch.example.org',
    'http://localhost.example.org',
    'ftp://perch.example.org',
    'javascript:alert(1)',
    'https://user:secret@perch.example.org',
    'two words',
  ])('refuses %s', (input) => {
    expect(() => serverOrigin(input)).toThrow(expect.objectContaining({ code: 'bad_address' }));
  });
});
