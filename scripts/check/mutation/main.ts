import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { parseArgs } from 'node:util';
import { runProcess } from '../../shared/commandProcess.ts';
import { EXIT } from '../../shared/exit.ts';
import { ROOMS } from './rooms.ts';

/**
 * `npm run mutation`: changes the rules, the creation and the journal of a run, one expression at a time, and fails where the
 * tests don't notice more than one change in ten. `--room journal` takes one room, `--mutate <file>` some of its files.
 */

const { values } = parseArgs({ options: { room: { type: 'string' }, mutate: { type: 'string' } } });
const rooms = values.room === undefined ? Object.keys(ROOMS) : [values.room];
const unknown = rooms.filter((room) => !Object.hasOwn(ROOMS, room));

async function mutate(room: string): Promise<boolean> {
  const files = values.mutate === undefined ? [] : ['--mutate', values.mutate];
  const env = { ...process.env, MUTATION_ROOM: room };
  const child = spawn('stryker', ['run', 'scripts/check/mutation/stryker.config.js', ...files], {
    env,
    stdio: 'inherit'
  });
  process.once('exit', () => child.kill());
  const exited: unknown[] = await once(child, 'exit');
  return exited[0] === 0;
}

async function mutateAll(): Promise<number> {
  let isGood = true;
  for (const room of rooms) isGood = (await mutate(room)) && isGood;
  return isGood ? EXIT.done : EXIT.failed;
}

if (unknown.length > 0) {
  process.stderr.write(`There is no room ${unknown.join(', ')}: choose from ${Object.keys(ROOMS).join(', ')}.\n`);
  process.exitCode = EXIT.usage;
} else {
  await runProcess(mutateAll, 'Interrupted. The rooms above are measured, and the others are not.');
}
