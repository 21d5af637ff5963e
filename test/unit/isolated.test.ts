import { describe, expect, it } from 'vitest';
import { isolated, listed } from '#shared/words/isolated.ts';
import { say } from '#shared/words/words.ts';

describe('a name in the midst of a sentence', () => {
  it.each(['Ana', 'Łukasz Źdźbło', '李雷', '🦜', 'Ὀδυσσεύς'])('stays as it is: %s', (name) => {
    expect(isolated(name)).toBe(name);
  });

  it.each(['נועה (2)!', 'أمل', 'Ana אנה'])('turns nothing around it: %s', (name) => {
    expect(isolated(name)).toBe(`\u2068${name}\u2069`);
  });
});

describe('names that a language joins', () => {
  it('are as they are where lines run from left to right', () => {
    expect(listed(['Ana', 'Jo'], 'en')).toBe('Ana and Jo');
    expect(listed(['Ana', 'أمل'], 'en')).toBe('Ana and \u2068أمل\u2069');
  });

  it('keep their own order each where lines run from right to left', () => {
    expect(listed(['Ana', 'أمل'], 'ar')).toBe('\u2068Ana\u2069 و\u2068أمل\u2069');
  });
});

describe('what others wrote, in a sentence', () => {
  const words = { hosts: 'يستضيف {name}' };

  it('keeps its order where lines run from right to left, alone or in a list', () => {
    const arabic = { language: 'ar', words };
    expect(say(arabic, 'hosts', { name: 'Ana (2)!' })).toBe('يستضيف \u2068Ana (2)!\u2069');
    const names = listed(['Ana', 'Jo'], 'ar');
    expect(say(arabic, 'hosts', { name: names })).toBe(`يستضيف ${names}`);
  });

  it('is put in as it is elsewhere', () => {
    expect(say({ language: 'en', words: { hosts: '{name} hosts' } }, 'hosts', { name: 'Ana (2)!' })).toBe(
      'Ana (2)! hosts',
    );
  });
});
