import { spawnSync } from 'node:child_process';
import { parseArgs } from 'node:util';
import { ROOMS } from './rooms.ts';

/**
 * `npm run mutation`: changes the rules, the creation and the journal of a run, one expression at a time, and fails where the
 * tests don't notice more than one change in ten. `--room journal` takes one room, `--mutate <file>` some of its files.
 */

const { values } = parseArgs({ options: { room: { type: 'string' }, mutate: { type: 'string' } } });
const rooms = values.room === undefined ? Object.keys(ROOMS) : [values.room];
const unknown = rooms.filter((room) => !Object.hasOwn(ROOMS, room));

if (unknown.length > 0) {
  process.stderr.write(`There is no room ${unknown.join(', ')}: choose from ${Object.keys(ROOMS).join(', ')}.\n`);
  process.exitCode = 2;
} else {
  const files = values.mutate === undefined ? [] : ['--mutate', values.mutate];
  const codes = rooms.map((room) => {
    const env = { ...process.env, MUTATION_ROOM: room };
    return spawnSync('stryker', ['run', 'scripts/check/mutation/stryker.config.js', ...files], {
      env,
      stdio: 'inherit'
    }).status;
  });
  process.exitCode = codes.every((code) => code === 0) ? 0 : 1;
}
