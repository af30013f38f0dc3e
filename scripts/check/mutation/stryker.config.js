import { currentRoom } from './rooms.ts';

const { name, mutate } = currentRoom();

/**
 * Stryker changes one expression at a time, and a test has to fail.
 * @type {import('@stryker-mutator/api/core').PartialStrykerOptions}
 */
export default {
  mutate,
  testRunner: 'in-process',
  plugins: ['./scripts/check/mutation/testRunner.ts'],
  coverageAnalysis: 'perTest',
  // Only what has changed since the last time is tried again.
  incremental: true,
  incrementalFile: `.cache/mutation/${name}.json`,
  tempDirName: '.cache/stryker',
  ignorePatterns: ['.cache', 'docs', 'data', 'packages', '.external-users', 'force-app/**/lwc/**/*.js'],
  reporters: ['progress-append-only', 'clear-text', 'json'],
  clearTextReporter: { allowColor: false, logTests: false, reportTests: false },
  jsonReporter: { fileName: `.cache/mutation/${name}-report.json` },
  concurrency: Number(process.env.MUTATION_WORKERS ?? 2),
  // Node keeps all modules that it has loaded.
  maxTestRunnerReuse: 300,
  timeoutMS: 15_000,
  timeoutFactor: 1,
  dryRunTimeoutMinutes: 30,
  thresholds: { high: 95, low: 90, break: 90 }
};
