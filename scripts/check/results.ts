import { readFile } from 'node:fs/promises';
import type { CommandResult } from 'sf-cli/command';
import type { Outcome } from './step.ts';

/** One check, as the exit code says. A tool that a signal ended may have printed nothing. */
export function outcomeOfExitCode({ exitCode, output }: CommandResult): Outcome {
  if (exitCode === 0) return { passed: 1, failed: 0, output };
  const ended = exitCode === null ? '\nA signal ended it, such as at the limit of its time.' : '';
  return { passed: 0, failed: 1, output: `${output}${ended}` };
}

/** Jest's counts; a suite that could not run at all is one failure. */
export function countJest(json: unknown): { passed: number; failed: number } {
  return {
    passed: numberAt(json, 'numPassedTests'),
    failed: numberAt(json, 'numFailedTests') + numberAt(json, 'numRuntimeErrorTestSuites')
  };
}

/** Playwright's counts; an error outside any test, such as in a fixture file, is one failure. */
export function countPlaywright(json: unknown): { passed: number; failed: number } {
  const stats = valueAt(json, 'stats');
  const errors = valueAt(json, 'errors');
  return {
    passed: numberAt(stats, 'expected'),
    failed: numberAt(stats, 'unexpected') + numberAt(stats, 'flaky') + (Array.isArray(errors) ? errors.length : 0)
  };
}

/** Tests as a runner's JSON report counts them. No report, or a bad exit without a failed test, is a failure too. */
export async function outcomeOfReport(
  { exitCode, output }: CommandResult,
  reportPath: string,
  count: (json: unknown) => { passed: number; failed: number }
): Promise<Outcome> {
  const text = await readFile(reportPath, 'utf8').catch(() => null);
  if (text === null) {
    return { passed: 0, failed: 1, output: `${output}\nThere is no report.` };
  }
  const json: unknown = JSON.parse(text);
  const { passed, failed } = count(json);
  return { passed, failed: failed === 0 && exitCode !== 0 ? 1 : failed, output };
}

function valueAt(json: unknown, key: string): unknown {
  return typeof json === 'object' && json !== null
    ? Object.entries(json).find(([name]) => name === key)?.[1]
    : undefined;
}

function numberAt(json: unknown, key: string): number {
  const value = valueAt(json, key);
  if (typeof value !== 'number') {
    throw new TypeError(`The report has no number ${key}`);
  }
  return value;
}
