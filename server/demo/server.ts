import { readConfig } from '../config.ts';
import { runServer } from '../main.ts';
import { identityRoute } from './identity.ts';
import { demoRoutes } from './routes.ts';

// Whoever started us has gone, so nobody is left to stop us.
process.once('disconnect', () => process.kill(process.pid, 'SIGTERM'));

await runServer({
  config: readConfig(process.env),
  mount(app, store) {
    demoRoutes(app);
    identityRoute(app, store);
  },
});
