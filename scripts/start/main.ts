import { PortInUseError, startingOrgNames, type Served } from 'sfdx-local-org';
import { processOutput, runParsed } from '../shared/commandLine.ts';
import { EXIT } from '../shared/exit.ts';
import { helpText, parseStartOptions, warningOf, type StartOptions } from './options.ts';
import { readyJson, readyText, type Ready } from './readyText.ts';
import { serveLocalOrg, type Hosted } from './serve.ts';

/** `npm start`: serves the local org and the playground on one port. */

const startingOrgs = startingOrgNames();
const options = parseStartOptions(process.argv.slice(2), startingOrgs);
process.exitCode = await runParsed(options, helpText(startingOrgs), processOutput, start);

/** Answers the exit code as soon as the server is ready; the server then keeps the process running. */
async function start(options: StartOptions): Promise<number> {
  const served = await listen(options);
  if (typeof served === 'string') {
    process.stderr.write(served);
    return EXIT.usage;
  }
  process.stderr.write(warningOf(options));
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
  return EXIT.done;
}

/** Answers a message when the port is taken. */
async function listen(options: StartOptions): Promise<Hosted | string> {
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
    return `Port ${String(error.port)} is in use. Stop what listens there, or take another port: npm start -- --port 0 picks a free one.\n`;
  }
}

function stopOnSignal(served: Served): void {
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      // A running build would keep the process alive.
      void served.close().then(() => process.exit(0));
    });
  }
}
