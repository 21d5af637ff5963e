import * as v from 'valibot';

const BrowserSchema = v.picklist(
  ['chromium', 'firefox'],
  'PERCH_BROWSERS names "chromium", "firefox", or both',
);
export type BrowserName = v.InferOutput<typeof BrowserSchema>;

const { PERCH_BROWSERS = 'chromium,firefox' } = process.env;

/** The browsers that the tests run in: both, unless `PERCH_BROWSERS` names one. */
export const BROWSERS: readonly BrowserName[] = PERCH_BROWSERS.split(',').map((name) =>
  v.parse(BrowserSchema, name.trim()),
);
