/**
 * Letters that look like others, after Unicode's UTS 39 (confusables.txt): the first of each row is the plain one, the others
 * pass for it. Those that people can type are here (Cyrillic, Greek, Armenian, Cherokee, extended Latin); what is only a form
 * of a plain letter (fullwidth, mathematical, circled) compatibility decomposition takes away before.
 */
const SMALL = tableOf([
  'aаɑαᴀ',
  'bЬьƅвʙβ',
  'cсϲᴄꮯ',
  'dԁɗđ',
  'eеєɛəҽ',
  'fғƒ',
  'gɡցɢ',
  'hһнʜհħ',
  'iіıɩιɪӏ',
  'jјϳʝյ',
  'kкκᴋқ',
  'lɭłƚ',
  'mмᴍɱ',
  'nпոɴηƞŋ',
  'oоοσօøөᴏѳ०੦',
  'pрρᴘƥ',
  'qԛզɋ',
  'rгᴦʀɾ',
  'sѕꜱʂ',
  'tтτᴛŧƭ',
  'uυսʋᴜцʊ',
  'vνѵᴠ',
  'wԝωшщᴡѡ',
  'xхχ',
  'yуγүʏ',
  'zᴢʐƶ',
  '3зʒɜӡ',
  '4ч',
  '6б',
  'كک',
  'يیى',
  'هہھ',
]);
/** Capitals, whose small letters may look like other ones. */
const LARGE = tableOf([
  'AΑАᎪ',
  'BΒВᏴ',
  'CСᏟ',
  'DᎠ',
  'EΕЕᎬ',
  'GԌᏀ',
  'HΗНᎻ',
  'IІΙӀ',
  'JЈᎫ',
  'KΚКᏦ',
  'LᏞ',
  'MΜМᎷ',
  'NΝ',
  'OΟОՕ',
  'PΡРᏢ',
  'RᎡ',
  'SЅᏚՏ',
  'TΤТᎢ',
  'UՍ',
  'VѴᏙ',
  'WԜᎳ',
  'XΧХ',
  'YΥҮ',
  'ZΖᏃ',
]);

function tableOf(rows: readonly string[]): ReadonlyMap<string, string> {
  return new Map(
    rows.flatMap((row) => {
      const [plain, ...others] = Array.from(row);
      return others.map((other): [string, string] => [other, plain!]);
    }),
  );
}

function mapped(text: string, table: ReadonlyMap<string, string>): string {
  return Array.from(text, (letter) => table.get(letter) ?? letter).join('');
}

/** What cannot be seen, letters that draw nothing among it. */
const UNSEEN = /[\p{C}\u115f\u1160\u3164\uffa0\u2800\u0640]/gu;
/** Accents, points and variation; vowels of a script's own stay, and so do the strokes that make other kana. */
const MARKS = /(?![\u3099\u309a])\p{Script=Inherited}/gu;
/** What a name is dressed up with; a name of nothing else keeps it. */
const DRESS = /[^\p{L}\p{N}\p{M}]/gu;

/**
 * What a name looks like at a glance, read in two ways: two names can be taken for one another when they share one. Case,
 * accents, spaces, signs and emojis count in neither; the second does not tell `I`, `i`, `l` and `1`, nor `rn` and `m`.
 */
export function skeletonsOf(name: string): readonly [folded: string, drawn: string] {
  const seen = name.normalize('NFKD').replace(UNSEEN, '').replace(MARKS, '');
  const bare = seen.replace(/(?<=\p{L})\|(?=\p{L})/gu, 'l').replace(DRESS, '') || seen.replace(/\s/gu, '');
  const capitals = mapped(bare, LARGE);
  const drawn = small(capitals).replace(/[i1]/gu, 'l').replaceAll('rn', 'm').replaceAll('vv', 'w');
  return [small(capitals), drawn];
}

function small(text: string): string {
  return mapped(text.toLowerCase(), SMALL).replaceAll('0', 'o');
}
