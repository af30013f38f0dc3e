import { resolve } from 'node:path';
import { createLocalOrg, PortInUseError, serve, startingOrgNames, type Served } from '../local-org/main.ts';
import type { Playground } from '../playground/main.ts';
import { helpText, parseOptions, type StartOptions } from './options.ts';
import { readyJson, readyText, type Ready } from './readyText.ts';

/** `npm start`: the local org and the playground on one port. */

const REFUSED = 2;
const REPOSITORY = resolve(import.meta.dirname, '../..');

const parsed = parseOptions(process.argv.slice(2), startingOrgNames());
switch (parsed.kind) {
  case 'help':
    process.stdout.write(helpText(startingOrgNames()));
    break;
  case 'refused':
    refuse(parsed.message);
    break;
  case 'start':
    await start(parsed.options);
    break;
}

async function start(options: StartOptions): Promise<void> {
  let url = '';
  const localOrg = createLocalOrg({
    org: options.org,
    seed: options.seed,
    controlDoor: options.controlDoor,
    url: () => url
  });
  const startPlayground = Promise.withResolvers<Playground>();
  const served = await listen(async (request) => (await startPlayground.promise).fetch(request), options.port);
  if (served === null) {
    return;
  }
  url = served.url;
  stopOnSignal(served);

  // Loaded last: compilers take their time, and a refusal needs none of them.
  const { createPlayground } = await import('../playground/main.ts');
  const playground = await createPlayground({
    localOrg,
    startingOrgs: startingOrgNames(),
    source: options.deployed ? 'deployed' : 'workingTree',
    projects: [REPOSITORY, ...options.projects.map((directory) => resolve(directory))],
    onColdBuild: () => process.stderr.write("Building Salesforce's base components; only the first start does this…\n")
  });
  startPlayground.resolve(playground);

  const ready: Ready = {
    url,
    org: localOrg.name,
    deployed: options.deployed,
    people: localOrg.people,
    sites: await playground.sites()
  };
  process.stdout.write(`${options.json ? readyJson(ready) : readyText(ready)}\n`);
  if (options.open && !options.json && process.stdout.isTTY && process.env['CI'] === undefined) {
    const { default: openBrowser } = await import('open');
    await openBrowser(url);
  }
}

/** `null` when the port is taken, which has been said then. */
async function listen(fetch: (request: Request) => Promise<Response>, port: number): Promise<Served | null> {
  try {
    return await serve(fetch, port);
  } catch (error) {
    if (!(error instanceof PortInUseError)) {
      throw error;
    }
    refuse(
      `Port ${String(error.port)} is in use. Stop what listens there, or take another port: npm start -- --port 0 picks a free one.`
    );
    return null;
  }
}

function stopOnSignal(served: Served): void {
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      // A build under way would keep the process up.
      void served.close().then(() => process.exit(0));
    });
  }
}

function refuse(message: string): void {
  process.stderr.write(`${message}\n`);
  process.exitCode = REFUSED;
}
