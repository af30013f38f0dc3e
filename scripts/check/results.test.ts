import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { countJest, countPlaywright, outcomeOfExitCode, outcomeOfReport } from './results.ts';

const jestReport = { numPassedTests: 3, numFailedTests: 0, numRuntimeErrorTestSuites: 0 };
const playwrightReport = { stats: { expected: 4, unexpected: 0, flaky: 0 }, errors: [] };

async function reportOf(json: unknown): Promise<string> {
  const path = join(await mkdtemp(join(tmpdir(), 'report-')), 'report.json');
  await writeFile(path, JSON.stringify(json));
  return path;
}

describe('counting', () => {
  it.each([
    ['all passed', jestReport, { passed: 3, failed: 0 }],
    ['a failed test', { ...jestReport, numFailedTests: 2 }, { passed: 3, failed: 2 }],
    ['a suite that did not run', { ...jestReport, numRuntimeErrorTestSuites: 1 }, { passed: 3, failed: 1 }]
  ])('Jest: %s', (_what, json, counts) => {
    expect(countJest(json)).toEqual(counts);
  });

  it.each([
    ['all passed', playwrightReport, { passed: 4, failed: 0 }],
    [
      'a failed test',
      { ...playwrightReport, stats: { expected: 3, unexpected: 1, flaky: 0 } },
      { passed: 3, failed: 1 }
    ],
    ['an error outside tests', { ...playwrightReport, errors: [{ message: 'no' }] }, { passed: 4, failed: 1 }]
  ])('Playwright: %s', (_what, json, counts) => {
    expect(countPlaywright(json)).toEqual(counts);
  });

  it('takes a bad exit without a failed test as a failure', async () => {
    const outcome = await outcomeOfReport({ exitCode: 1, output: '' }, await reportOf(jestReport), countJest);
    expect(outcome).toMatchObject({ passed: 3, failed: 1 });
  });

  it('takes a missing report as a failure', async () => {
    const outcome = await outcomeOfReport({ exitCode: 0, output: 'crash' }, '/nowhere/report.json', countJest);
    expect(outcome).toEqual({ passed: 0, failed: 1, output: 'crash\nThere is no report.' });
  });
});

it.each([
  ['a tool that found nothing', 0, { passed: 1, failed: 0, output: 'said' }],
  ['a tool that found something', 1, { passed: 0, failed: 1, output: 'said' }],
  [
    'a tool that was ended',
    null,
    { passed: 0, failed: 1, output: 'said\nA signal ended it, such as at the limit of its time.' }
  ]
])('counts %s', (_, exitCode, outcome) => {
  expect(outcomeOfExitCode({ exitCode, output: 'said' })).toEqual(outcome);
});
