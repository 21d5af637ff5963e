import { zip } from 'wxt';

const [outDir] = process.argv.slice(2);

// What `npm run zip` makes, in a folder of its own.
await zip({ outDir });
