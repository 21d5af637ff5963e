import { ulid } from 'ulid';
import { lockDataDir } from '../../server/store/lock.ts';
import { openStore } from '../../server/store/store.ts';
import { account, participant, space } from './store-contract-records.ts';

/** Writes without end and prints each Space's id once its transaction is acknowledged. */
const dir = process.argv[2] ?? '';
lockDataDir(dir, 5_000);
const store = await openStore(dir);
for (;;) {
  const host = ulid();
  const id = ulid();
  await store.transaction(async (records) => {
    await records.addAccount(account(host));
    await records.addSpace(space(id, host));
    await records.addParticipant(participant(`p_${id}`, id, host, { role: 'host' }));
    await records.updateSpace(id, 1, { title: 'Written' });
  });
  process.stdout.write(`${id}\n`);
}
