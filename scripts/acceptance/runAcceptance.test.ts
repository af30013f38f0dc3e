import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { recordInterruptions } from '../shared/testing/interruptions.ts';
import { scriptedSf, sfRefusal } from '../shared/testing/scriptedSf.ts';
import { runAcceptance } from './runAcceptance.ts';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'acceptance-'));
});
afterEach(() => rm(folder, { recursive: true }));

it('A run that gets no org says why and what to do, and writes no empty lines instead of a verdict.', async () => {
  const said = { out: '', error: '' };
  const { sf } = scriptedSf([[/./u, sfRefusal({ code: 'NoDefaultEnvError', message: 'No default dev hub found.' })]]);
  const code = await runAcceptance([], {
    sf,
    environment: {},
    build: () => Promise.resolve(null),
    folder,
    rows: 1,
    now: () => 0,
    today: () => new Date(2026, 10, 30),
    pause: () => Promise.resolve(),
    localHome: () => Promise.reject(new Error('No local hub is expected')),
    startLocalHub: () => Promise.reject(new Error('No local hub is expected')),
    write: (text) => (said.out += text),
    writeError: (text) => (said.error += text),
    whenInterrupted: recordInterruptions().whenInterrupted
  });
  expect(code).toBe(1);
  expect(said.out).toMatch(/^1\/\d+ Create the scratch org … failed after 0\.0 s\n$/u);
  expect(said.error).toMatch(/^\nCreate the scratch org failed: No default dev hub found\.[\s\S]*--dev-hub local/u);
});
