import { PortInUseError, startingOrgNames } from 'sfdx-local-org';
import { textAt } from 'sf-cli/json';
import { processOutput, runParsed } from '../shared/commandLine.ts';
import { runProcess } from '../shared/commandProcess.ts';
import { EXIT } from '../shared/exit.ts';
import { whenInterrupted } from '../shared/interruption.ts';
import { BUNDLES } from '../shared/product.ts';
import { removeStaleFiles } from '../shared/staleFiles.ts';
import { helpText, parseStartOptions, warningOf, type StartOptions } from './options.ts';
import { readyJson, readyText, type Ready } from './readyText.ts';
import { randomInstance, serveLocalOrg, type Hosted } from './serve.ts';

/** `npm start`: serves the local org and the playground on one port. */

const startingOrgs = startingOrgNames();
const options = parseStartOptions(process.argv.slice(2), startingOrgs);
await runProcess(
  () => runParsed(options, helpText(startingOrgs), processOutput, start),
  'Interrupted. The local org was not started.'
);

/** Answers the exit code as soon as the server is ready; the server then keeps the process running. */
async function start(options: StartOptions): Promise<number> {
  // What an earlier build left of a removed component would break every page.
  await removeStaleFiles(BUNDLES);
  const served = await listen(options);
  if (typeof served === 'string') {
    process.stderr.write(served);
    return EXIT.usage;
  }
  process.stderr.write(warningOf(options));
  whenInterrupted(() => 'Stopped. The org was in memory only: its users, mails and deploys are gone.', EXIT.done);
  // A program that started this one, and was killed, can't end it.
  process.once('disconnect', () => process.exit(EXIT.done));
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
      // Two orgs can't listen on one port; of a free one nobody knows the number yet.
      ...(options.isPredictable ? {} : { instance: options.port === 0 ? randomInstance() : options.port }),
      onColdBuild: () =>
        process.stderr.write("Building Salesforce's base components; only the first start does this…\n")
    });
  } catch (error) {
    if (textAt(error, 'syscall') === 'listen' && textAt(error, 'code') === 'EACCES') {
      return `You don’t have the right to listen on port ${String(options.port)}. Take another port: npm start -- --port 0 picks a free one.\n`;
    }
    if (!(error instanceof PortInUseError)) {
      throw error;
    }
    return `Port ${String(error.port)} is in use. Stop what listens there, or take another port: npm start -- --port 0 picks a free one.\n`;
  }
}
