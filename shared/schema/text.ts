import * as v from 'valibot';
import { NAME_MAX, REPORT_TEXT_MAX, REQUEST_TEXT_MAX, TITLE_MAX } from './limits.ts';

// Bidi controls and invisible format characters let one title pass for another (Trojan Source, UAX 9); ZWJ and ZWNJ stay for emoji and scripts that need them.
const HIDDEN =
  /[\u00ad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]|[\u{e0000}-\u{e007f}]/u;
const CONTROL = /\p{Cc}|\p{Cs}|\p{Co}/u;
const VISIBLE = /[\p{L}\p{N}\p{P}\p{S}]/u;

// @__NO_SIDE_EFFECTS__
const plainText = (max: number) =>
  v.pipe(
    v.string(),
    v.maxLength(4 * max + 200, 'too_long'),
    v.check((text) => !CONTROL.test(text.trim()) && !HIDDEN.test(text), 'hidden_characters'),
    v.transform((text) => text.normalize('NFKC').replace(/\s+/gu, ' ').trim()),
    v.check((text) => VISIBLE.test(text), 'empty'),
    v.check((text) => Array.from(text).length <= max, 'too_long'),
    // NFKC can bring forth what the first check looked for.
    v.check((text) => !CONTROL.test(text) && !HIDDEN.test(text), 'hidden_characters'),
  );

/** A Space's title: NFKC, 1 to 70 characters, no control or bidi characters. Issues: `empty`, `too_long`, `hidden_characters`. */
export const TitleSchema = plainText(TITLE_MAX);
/** A person's name: as a title, up to 40 characters. */
export const NameSchema = plainText(NAME_MAX);
/** The sentence of a request to speak: as a title, up to 140 characters. */
export const RequestTextSchema = plainText(REQUEST_TEXT_MAX);
/** What a report says beside its reason: as a title, up to 500 characters. */
export const ReportTextSchema = plainText(REPORT_TEXT_MAX);
