import { describe, expect, it } from 'vitest';
import { isolated } from '#shared/words/isolated.ts';

describe('a name in the midst of a sentence', () => {
  it.each(['Ana', 'Łukasz Źdźbło', '李雷', '🦜', 'Ὀδυσσεύς'])('stays as it is: %s', (name) => {
    expect(isolated(name)).toBe(name);
  });

  it.each(['נועה (2)!', 'أمل', 'Ana אנה'])('turns nothing around it: %s', (name) => {
    expect(isolated(name)).toBe(`\u2068${name}\u2069`);
  });
});
