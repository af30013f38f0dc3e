import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { processOutput, runParsed } from '../../shared/commandLine.ts';
import { runProcess } from '../../shared/commandProcess.ts';
import { EXIT } from '../../shared/exit.ts';
import { helpText, parseMutationOptions, type MutationOptions } from './options.ts';

/**
 * `npm run mutation`: changes the rules, the creation and the journal of a run, one expression at a time, and fails where the
 * tests don't notice more than one change in ten. `--room journal` takes one room, `--mutate <file>` some of its files.
 */

async function mutate(room: string, files: string | undefined): Promise<boolean> {
  const chosen = files === undefined ? [] : ['--mutate', files];
  const env = { ...process.env, MUTATION_ROOM: room };
  const child = spawn('stryker', ['run', 'scripts/check/mutation/stryker.config.js', ...chosen], {
    env,
    stdio: 'inherit'
  });
  process.once('exit', () => child.kill());
  const exited: unknown[] = await once(child, 'exit');
  return exited[0] === 0;
}

async function mutateAll({ rooms, files }: MutationOptions): Promise<number> {
  let isGood = true;
  for (const room of rooms) isGood = (await mutate(room, files)) && isGood;
  return isGood ? EXIT.done : EXIT.failed;
}

await runProcess(
  () => runParsed(parseMutationOptions(process.argv.slice(2)), helpText, processOutput, mutateAll),
  'Interrupted. The rooms above are measured, and the others are not.'
);
