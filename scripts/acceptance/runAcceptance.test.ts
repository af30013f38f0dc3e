import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { recordRun } from '../shared/testing/recordedRun.ts';
import { scriptedSf, sfRefusal } from '../shared/testing/scriptedSf.ts';
import { runAcceptance } from './runAcceptance.ts';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'acceptance-'));
});
afterEach(() => rm(folder, { recursive: true }));

it('A run that gets no org says why and what to do, and writes no empty lines instead of a verdict.', async () => {
  const { context, ended } = recordRun();
  const { sf, commands } = scriptedSf([
    [/./u, sfRefusal({ code: 'NoDefaultEnvError', message: 'No default dev hub found.' })]
  ]);
  const code = await runAcceptance([], {
    ...context,
    sf,
    environment: {},
    build: () => Promise.resolve(null),
    folder,
    rows: 1,
    localHome: () => Promise.reject(new Error('No local hub is expected'))
  });
  const { out, error } = ended(code, commands);
  expect(code).toBe(1);
  expect(out).toMatch(/^1\/\d+ Create the scratch org … failed after 0\.0 s\n$/u);
  expect(error).toMatch(/^\nCreate the scratch org failed: No default dev hub found\.[\s\S]*--dev-hub local/u);
});
