import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { runCommand } from 'sf-cli/command';
import { cacheFolder, privateFolder } from '../shared/cacheFolder.js';
import { inTemporaryFolder } from '../shared/temporaryFolder.ts';
import { checkBundles } from './bundles/checkBundles.ts';
import { formatCache, typesCache } from './caches.ts';
import { scanFlows } from './flows/scanFlows.ts';
import { countJest, countPlaywright, outcomeOfExitCode, outcomeOfReport } from './results.ts';
import type { Outcome, Step } from './step.ts';

/** Minutes that a step may take on a slow and busy machine; an idle one needs a fifth. */
const LONGEST = 40;

/** All of `npm test`, the longest early: two lanes then end at about the same time. */
export function allSteps(): readonly Step[] {
  return [
    // The tests that deploy find the bundles compiled.
    step('bundles', 'Platform compiler', checkBundles),
    step('browser', 'Browser', runPlaywright),
    // They wait for servers and clocks as much as they compute, so two of them share a lane.
    step('integration', 'Jest: integration', () => runJest('integration', 2)),
    step('scripts', 'Jest: scripts', () => runJest('scripts')),
    step('lint', 'ESLint', () => runTool('eslint', ['.', '--max-warnings', '0'])),
    step('components', 'Jest: components', () => runJest('components')),
    step('types', 'tsc', () => runTool('tsc', ['--pretty', 'false', ...typesCache(cacheFolder('types'))])),
    step('format', 'Prettier', () =>
      runTool('prettier', [
        ...['--check', '.', '--log-level', 'warn'],
        ...formatCache(cacheFolder('prettier'), readFileSync('package-lock.json', 'utf8'))
      ])
    ),
    step('flows', 'Flow scanner', scanFlows)
  ];
}

/** What only `--only` runs, as it takes minutes: each benchmark in its short form, and SFDMU, which is installed first (334 MB). */
export function stepsOnRequest(): readonly Step[] {
  return [
    step('benchmarks', 'Benchmarks', () => runJest('benchmarks')),
    step('sfdmu', 'SFDMU', () => runJest('sfdmu'))
  ];
}

function step(id: string, title: string, run: () => Promise<Outcome>): Step {
  return { id, title, run };
}

/** A tool whose exit code says whether it found something. */
async function runTool(command: string, args: readonly string[]): Promise<Outcome> {
  return outcomeOfExitCode(await runCommand(command, args, {}, LONGEST));
}

function runJest(project: string, workers = 1): Promise<Outcome> {
  return inTemporaryFolder(async (folder) => {
    const report = join(folder, 'report.json');
    const options = ['--selectProjects', project, '--ci', `--maxWorkers=${workers}`, '--silent', '--reporters=default'];
    const result = await runCommand('jest', [...options, '--json', `--outputFile=${report}`], {}, LONGEST);
    return outcomeOfReport(result, report, countJest);
  });
}

function runPlaywright(): Promise<Outcome> {
  return inTemporaryFolder(async (folder) => {
    const report = join(folder, 'report.json');
    const environment = {
      PLAYWRIGHT_JSON_OUTPUT_NAME: report,
      PLAYWRIGHT_TRANSFORM_CACHE_DIR: privateFolder('playwright')
    };
    const result = await runCommand('playwright', ['test', '--reporter=line,json'], environment, LONGEST);
    return outcomeOfReport(result, report, countPlaywright);
  });
}
