import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { answerCalls } from './answerCalls.ts';

/** A process that loads the sf CLI once, and runs each command as the CLI's bin/run.js runs it. */

interface Cli {
  run(): Promise<unknown>;
}

const BINARY = resolve('node_modules/.bin/sf');
const CLI = pathToFileURL(resolve('node_modules/@salesforce/cli/dist/cli.js')).href;

await answerCalls(async () => {
  const cli = (await import(CLI)) as Cli;
  return (args) => Promise.resolve({ file: BINARY, args, run: () => cli.run() });
});
