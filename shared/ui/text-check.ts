import * as v from 'valibot';
import { NAME_MAX, REPORT_TEXT_MAX, REQUEST_TEXT_MAX, TITLE_MAX } from '#shared/schema/limits.ts';
import { NameSchema, ReportTextSchema, RequestTextSchema, TitleSchema } from '#shared/schema/text.ts';
import type { Say } from './context.ts';

const FIELDS = {
  title: { schema: TitleSchema, max: TITLE_MAX },
  name: { schema: NameSchema, max: NAME_MAX },
  request: { schema: RequestTextSchema, max: REQUEST_TEXT_MAX },
  report: { schema: ReportTextSchema, max: REPORT_TEXT_MAX },
} as const;
export type TextField = keyof typeof FIELDS;

/** How many characters still fit, counted as the schema counts them; negative when there are too many. */
export function charactersLeft(field: TextField, text: string): number {
  const cleaned = text.normalize('NFKC').replace(/\s+/gu, ' ').trim();
  return FIELDS[field].max - Array.from(cleaned).length;
}

/** One sentence about what is wrong with a text, or null when the server would take it. */
export function errorOf(field: TextField, text: string, say: Say): string | null {
  const result = v.safeParse(FIELDS[field].schema, text);
  if (result.success) return null;
  const [issue] = result.issues;
  if (issue.message === 'too_long') return say(`${field}_too_long`, { n: -charactersLeft(field, text) });
  return say(issue.message === 'hidden_characters' ? `${field}_hidden_characters` : `${field}_empty`);
}
