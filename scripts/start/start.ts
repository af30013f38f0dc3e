import { describeStartingOrgs, PortInUseError } from 'sfdx-local-org';
import { readSfdxProject, SfdxProjectError } from 'sfdx-playground/metadata/sfdxProject';
import { textAt } from 'sf-cli/json';
import { processOutput, runParsed } from '../shared/commandLine.ts';
import { EXIT } from '../shared/exit.ts';
import { whenInterrupted } from '../shared/interruption.ts';
import { BUNDLES } from '../shared/product.ts';
import { removeStaleFiles } from '../shared/staleFiles.ts';
import { sayColdBuild } from './coldBuild.ts';
import { DEFAULT_PORT, helpText, LAST_PORT, parseStartOptions, warningOf, type StartOptions } from './options.ts';
import { readyJson, readyText, tokensText, type Ready } from './readyText.ts';
import { randomInstance, serveLocalOrg, type Hosted } from './serve.ts';

const startingOrgs = describeStartingOrgs();

/** Serves the local org and the playground on one port. Answers the exit code. */
export async function runStart(args: readonly string[]): Promise<number> {
  const options = parseStartOptions(
    args,
    startingOrgs.map(({ name }) => name)
  );
  return runParsed(options, helpText(startingOrgs), processOutput, start);
}

/** Answers the exit code as soon as the server is ready; the server then keeps the process running. */
async function start(options: StartOptions): Promise<number> {
  // What an earlier build left of a removed component would break every page.
  await removeStaleFiles(BUNDLES);
  const projectProblem = findProjectProblem(options.projects);
  if (projectProblem !== null) {
    process.stderr.write(projectProblem);
    return EXIT.usage;
  }
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
    startingOrgs,
    people: localOrg.people,
    sites: playground.sites()
  };
  process.stdout.write(`${options.json ? readyJson(ready) : textOf(ready, options)}\n`);
  if (options.open && !options.json && process.stdout.isTTY && process.env['CI'] === undefined) {
    const { default: openBrowser } = await import('open');
    await openBrowser(url);
  }
  return EXIT.done;
}

function textOf(ready: Ready, { tokens }: StartOptions): string {
  return tokens ? `${readyText(ready, tokens)}\n\n${tokensText(ready)}` : readyText(ready);
}

/** Answers a message for the first folder of `--project` that holds no project. */
function findProjectProblem(folders: readonly string[]): string | null {
  try {
    folders.forEach(readSfdxProject);
    return null;
  } catch (error) {
    if (error instanceof SfdxProjectError) return `--project: ${error.message}.\n`;
    throw error;
  }
}

/** Answers a message when it can't listen. */
async function listen(options: StartOptions): Promise<Hosted | string> {
  const first = options.port ?? DEFAULT_PORT;
  const last = options.port ?? LAST_PORT;
  for (let port = first; port <= last; port++) {
    const served = await listenOn(port, options);
    if (served === null) continue;
    if (port !== first)
      process.stderr.write(`Port ${String(first)} is in use, so this one listens on ${String(port)}.\n`);
    return served;
  }
  return options.port === undefined
    ? `The ports ${String(first)} to ${String(last)} are in use. npm start -- --port 0 picks another one that is free.\n`
    : `Port ${String(first)} is in use. Stop what listens there, or take another port: npm start -- --port 0 picks a free one.\n`;
}

/** Answers null when the port is in use, and a message when this user may not listen on it. */
async function listenOn(port: number, options: StartOptions): Promise<Hosted | string | null> {
  try {
    return await serveLocalOrg({
      ...options,
      port,
      // Two orgs can't listen on one port; of a free one nobody knows the number yet.
      ...(options.isPredictable ? {} : { instance: port === 0 ? randomInstance() : port }),
      onColdBuild: sayColdBuild
    });
  } catch (error) {
    if (error instanceof PortInUseError) return null;
    if (textAt(error, 'syscall') === 'listen' && textAt(error, 'code') === 'EACCES') {
      return `You don’t have the right to listen on port ${String(port)}. Take another port: npm start -- --port 0 picks a free one.\n`;
    }
    throw error;
  }
}
