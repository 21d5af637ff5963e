// Bluesky's own servers in a process of their own: they are large, and they patch what they share a process with.
// `HOSTS`, a JSON object, says where the names that only this machine knows answer.
const hosts = JSON.parse(process.env.HOSTS ?? '{}');
const plainFetch = globalThis.fetch;
// The PDS fetches the metadata of OAuth clients by https, which a server under test does not speak.
globalThis.fetch = (input, init) => {
  const url = new URL(input instanceof Request ? input.url : input);
  const origin = url.protocol === 'https:' ? hosts[url.hostname] : undefined;
  if (origin === undefined) return plainFetch(input, init);
  const { method, headers } = new Request(input, init);
  return plainFetch(`${origin}${url.pathname}${url.search}`, { method, headers, redirect: 'error' });
};

const { TestNetwork, TestNetworkNoAppView } = await import('@atproto/dev-env');
const withAppView = process.env.DB_POSTGRES_URL !== undefined;
const network = await (withAppView
  ? TestNetwork.create({ dbPostgresSchema: 'perch' })
  : TestNetworkNoAppView.create({}));

process.on('message', async ({ id }) => {
  await network.processAll();
  process.send({ id });
});
process.once('disconnect', async () => {
  await network.close();
  process.exit(0);
});
process.send({ pdsUrl: network.pds.url, plcUrl: network.plc.url, appViewUrl: network.bsky?.url });
