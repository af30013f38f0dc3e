import { PortInUseError, startingOrgNames, type Served } from 'sfdx-local-org';
import { helpText, parseOptions, type StartOptions } from './options.ts';
import { readyJson, readyText, type Ready } from './readyText.ts';
import { serveLocalOrg, type Hosted } from './serve.ts';

/** `npm start`: the local org and the playground on one port. */

const REFUSED = 2;

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
  const served = await listen(options);
  if (served === null) {
    return;
  }
  stopOnSignal(served);
  const { url, localOrg } = served;
  const playground = await served.playground();
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
async function listen(options: StartOptions): Promise<Hosted | null> {
  try {
    return await serveLocalOrg({
      ...options,
      onColdBuild: () =>
        process.stderr.write("Building Salesforce's base components; only the first start does this…\n")
    });
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
