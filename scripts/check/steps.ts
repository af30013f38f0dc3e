import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { checkBundles } from './bundles/checkBundles.ts';
import { runCommand } from './command.ts';
import { countJest, countPlaywright, outcomeOfExitCode, outcomeOfReport } from './results.ts';
import type { Outcome, Step } from './step.ts';

/** All of `npm test`, the longest first: two lanes then end at about the same time. */
export function allSteps(): readonly Step[] {
  return [
    step('scripts', 'Jest: scripts', () => runJest('scripts')),
    step('types', 'tsc', async () => outcomeOfExitCode(await runCommand('tsc', ['--pretty', 'false']))),
    step('lint', 'ESLint', async () => outcomeOfExitCode(await runCommand('eslint', ['.', '--max-warnings', '0']))),
    step('components', 'Jest: components', () => runJest('components')),
    step('bundles', 'Platform compiler', checkBundles),
    step('format', 'Prettier', async () =>
      outcomeOfExitCode(await runCommand('prettier', ['--check', '.', '--log-level', 'warn']))
    ),
    { ...step('browser', 'Browser', runPlaywright), isAlone: true }
  ];
}

function step(id: string, title: string, run: () => Promise<Outcome>): Step {
  return { id, title, isAlone: false, run };
}

async function runJest(project: string): Promise<Outcome> {
  const report = await reportPath();
  const options = [
    '--selectProjects',
    project,
    '--ci',
    '--json',
    `--outputFile=${report}`,
    '--maxWorkers=1',
    '--silent'
  ];
  const result = await runCommand('jest', [...options, '--reporters=default']);
  return outcomeOfReport(result, report, countJest);
}

async function runPlaywright(): Promise<Outcome> {
  const report = await reportPath();
  const result = await runCommand('playwright', ['test', '--reporter=line,json'], {
    PLAYWRIGHT_JSON_OUTPUT_NAME: report
  });
  return outcomeOfReport(result, report, countPlaywright);
}

async function reportPath(): Promise<string> {
  return join(await mkdtemp(join(tmpdir(), 'external-user-enabler-')), 'report.json');
}
