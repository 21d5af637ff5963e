import { once } from 'node:events';
import { createServer } from 'node:net';

/** Whether this process could listen there now; rejects with the system's reason when the address itself is wrong. */
export async function isPortFree(port: number, host: string): Promise<boolean> {
  const probe = createServer().listen(port, host);
  try {
    await once(probe, 'listening');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EADDRINUSE') return false;
    throw error;
  }
  probe.close();
  await once(probe, 'close');
  return true;
}
