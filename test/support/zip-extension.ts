import { zip } from 'wxt';

const [outDir, ...browsers] = process.argv.slice(2);

// What `npm run zip` makes, in a folder of its own.
for (const browser of browsers) await zip({ outDir, browser });
