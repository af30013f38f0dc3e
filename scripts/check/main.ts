import { processOutput, runParsed } from '../shared/commandLine.ts';
import { runProcess } from '../shared/commandProcess.ts';
import { EXIT } from '../shared/exit.ts';
import { runInLanes } from './lanes.ts';
import { helpText, parseCheckOptions } from './options.ts';
import { lineOf, type FinishedStep, type Step } from './step.ts';
import { allSteps, stepsOnRequest } from './steps.ts';

/** `npm test`: every check there is, or those of `--only lint,types`. Ends in one line, `N passed, N failed`. */

const LANES = 2;

function tell(finished: FinishedStep): void {
  process.stdout.write(`${lineOf(finished)}\n`);
  if (finished.failed > 0) {
    process.stdout.write(`${finished.output.trimEnd()}\n\n`);
  }
}

async function runSteps(steps: readonly Step[]): Promise<number> {
  const finished = await runInLanes(steps, LANES, tell);
  const failed = finished.reduce((sum, step) => sum + step.failed, 0);
  const passed = finished.reduce((sum, step) => sum + step.passed, 0);
  process.stdout.write(`\n${passed} passed, ${failed} failed\n`);
  return failed === 0 ? EXIT.done : EXIT.failed;
}

const usual = allSteps();
const onRequest = stepsOnRequest();

await runProcess(
  () =>
    runParsed(
      parseCheckOptions(process.argv.slice(2), usual, onRequest),
      helpText(usual, onRequest),
      processOutput,
      runSteps
    ),
  'Interrupted. Not all checks were run; those above are whole.'
);
