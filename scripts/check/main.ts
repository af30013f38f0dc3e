import { parseArgs } from 'node:util';
import { runProcess } from '../shared/commandProcess.ts';
import { EXIT } from '../shared/exit.ts';
import { runInLanes } from './lanes.ts';
import { lineOf, type FinishedStep } from './step.ts';
import { allSteps, stepsOnRequest } from './steps.ts';

/** `npm test`: every check there is, or those of `--only lint,types`. Ends in one line, `N passed, N failed`. */

const LANES = 2;

function tell(finished: FinishedStep): void {
  process.stdout.write(`${lineOf(finished)}\n`);
  if (finished.failed > 0) {
    process.stdout.write(`${finished.output.trimEnd()}\n\n`);
  }
}

const { values } = parseArgs({ options: { only: { type: 'string' } } });
const wanted = values.only?.split(',');
const steps = wanted === undefined ? allSteps() : [...allSteps(), ...stepsOnRequest()];
const unknown = wanted?.filter((id) => !steps.some((step) => step.id === id)) ?? [];

async function runSteps(): Promise<number> {
  const chosen = steps.filter(({ id }) => wanted?.includes(id) ?? true);
  const finished = await runInLanes(chosen, LANES, tell);
  const failed = finished.reduce((sum, step) => sum + step.failed, 0);
  const passed = finished.reduce((sum, step) => sum + step.passed, 0);
  process.stdout.write(`\n${passed} passed, ${failed} failed\n`);
  return failed === 0 ? EXIT.done : EXIT.failed;
}

if (unknown.length > 0) {
  process.stderr.write(`There is no ${unknown.join(', ')}: choose from ${steps.map(({ id }) => id).join(', ')}.\n`);
  process.exitCode = EXIT.usage;
} else {
  await runProcess(runSteps, 'Interrupted. Not all checks were run; those above are whole.');
}
