import { build } from 'wxt';

const [outDir, browser] = process.argv.slice(2);

// A folder of its own, so that tests never replace the build that a person has loaded.
await build({ outDir, browser });
