/** Scripts that share letters by their looks. */
const SCRIPTS = [
  /\p{Script=Latin}/u,
  /\p{Script=Cyrillic}/u,
  /\p{Script=Greek}/u,
  /\p{Script=Armenian}/u,
  /\p{Script=Cherokee}/u,
];
const PLAIN = /^[\w-]*[a-z][\w-]*$/i;
/** Small letters of other alphabets that are drawn as Latin ones are. */
const PASSING = /^[\d_-]*[асԁеһіјӏорԛѕԝхуүαιονρυχօոսցհ][асԁеһіјӏорԛѕԝхуүαιονρυχօոսցհ\d_-]*$/;

/**
 * Whether the letters of a handle can be taken for others: a part of it mixes alphabets, or is of another one whose letters
 * here all look Latin, beside parts that are Latin. After what browsers refuse to show of internationalised names.
 */
export function isOddHandle(handle: string): boolean {
  const parts = handle.normalize('NFKC').toLowerCase().split(/[@.]/).map(shownPart);
  const mixes = (part: string) => SCRIPTS.filter((script) => script.test(part)).length > 1;
  const isBesideLatin = parts.some((part) => PLAIN.test(part));
  return parts.some(mixes) || (isBesideLatin && parts.some((part) => PASSING.test(part)));
}

function shownPart(part: string): string {
  return part.startsWith('xn--') ? (fromPunycode(part.slice(4)) ?? part) : part;
}

/** RFC 3492, with its names; null for what is none. */
export function fromPunycode(text: string): string | null {
  const [base, tMin, tMax, skew, damp] = [36, 1, 26, 38, 700];
  const cut = text.lastIndexOf('-');
  const output = Array.from(text.slice(0, Math.max(cut, 0)), (letter) => letter.codePointAt(0)!);
  let [n, i, bias] = [128, 0, 72];
  for (let at = cut + 1; at < text.length;) {
    const before = i;
    for (let [w, k] = [1, base]; ; k += base) {
      const digit = '0123456789'.includes(text[at]!)
        ? 26 + Number(text[at])
        : (text.codePointAt(at) ?? 0) - 97;
      at += 1;
      if (!(digit >= 0 && digit < base) || at > text.length) return null;
      i += digit * w;
      const t = Math.min(Math.max(k - bias, tMin), tMax);
      if (digit < t) break;
      w *= base - t;
    }
    const length = output.length + 1;
    let delta = Math.floor((i - before) / (before === 0 ? damp : 2));
    delta += Math.floor(delta / length);
    let k = 0;
    for (; delta > ((base - tMin) * tMax) / 2; k += base) delta = Math.floor(delta / (base - tMin));
    bias = k + Math.floor(((base - tMin + 1) * delta) / (delta + skew));
    n += Math.floor(i / length);
    if (n > 0x10ffff) return null;
    i %= length;
    output.splice(i, 0, n);
    i += 1;
  }
  return String.fromCodePoint(...output);
}
