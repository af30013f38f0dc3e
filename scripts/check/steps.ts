import { join } from 'node:path';
import { runCommand } from '../shared/command.ts';
import { inTemporaryFolder } from '../shared/temporaryFolder.ts';
import { checkBundles } from './bundles/checkBundles.ts';
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

function runJest(project: string): Promise<Outcome> {
  return inTemporaryFolder(async (folder) => {
    const report = join(folder, 'report.json');
    const options = ['--selectProjects', project, '--ci', '--maxWorkers=1', '--silent', '--reporters=default'];
    const result = await runCommand('jest', [...options, '--json', `--outputFile=${report}`]);
    return outcomeOfReport(result, report, countJest);
  });
}

function runPlaywright(): Promise<Outcome> {
  return inTemporaryFolder(async (folder) => {
    const report = join(folder, 'report.json');
    const result = await runCommand('playwright', ['test', '--reporter=line,json'], {
      PLAYWRIGHT_JSON_OUTPUT_NAME: report
    });
    return outcomeOfReport(result, report, countPlaywright);
  });
}
