import { createServer } from 'wxt';

// Whoever started us has gone, so nobody is left to stop us.
process.once('disconnect', () => process.exit(0));

// The browser is opened by whoever started us, with the demo timeline in it.
const server = await createServer({ webExt: { disabled: true } });
await server.start();
process.send?.('built');
