import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { NOTHING_DONE } from '../scratch-org/main.ts';
import { acceptanceStore, NOTHING_ACCEPTED, type AcceptanceState } from './acceptanceState.ts';
import {
  done,
  failed,
  independent,
  isOfThisMachine,
  type AcceptanceEnd,
  type AcceptanceStep,
  type AcceptanceTools
} from './acceptanceStep.ts';
import { inOrg } from './steps/makeOrg.ts';
import type { StateFile } from '../shared/stateFile.ts';

let folder = '';
let store: StateFile<AcceptanceState>;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'acceptance-'));
  store = acceptanceStore(folder, 'demo');
});
afterEach(() => rm(folder, { recursive: true }));

const at = (url: string): AcceptanceState => ({ ...NOTHING_ACCEPTED, demo: { ...NOTHING_DONE, orgId: '00D1', url } });
const REAL = at('https://acme.scratch.my.salesforce.com');

async function run(state: AcceptanceState, go: () => Promise<AcceptanceEnd>, more: Partial<AcceptanceStep> = {}) {
  // The step needs no more of its tools.
  const tools = { store, now: () => 0 } as AcceptanceTools;
  return independent({ name: 'proof', part: 'org', title: 'A proof', run: go, ...more }, tools).run(state);
}

const goneTwice = (): Promise<AcceptanceEnd> => Promise.resolve(failed('The proof was done.', ''));

describe('a proof', () => {
  it('that is done is not done again, also in another process', async () => {
    await run(REAL, () => Promise.resolve(done(REAL, 'proven')));
    expect(await run(await store.read(), goneTwice)).toMatchObject({ kind: 'done', note: 'done before' });
  });

  it.each([
    ['that fails', () => Promise.resolve(failed('no seat', 'free one'))],
    ['that throws', () => Promise.reject(new Error('no seat'))]
  ])('%s leaves the others to be tried, and is done again by the next run', async (_title, fail) => {
    const first = await run(REAL, fail);
    expect(first).toMatchObject({
      kind: 'done',
      note: expect.stringContaining('no seat'),
      state: { failures: [{ step: 'A proof' }], steps: [{ step: 'proof', result: 'failed' }] }
    });
    const second = await run(await store.read(), () => Promise.resolve(done(REAL, 'proven')));
    expect(second).toMatchObject({
      state: { failures: [], steps: [{ step: 'proof', result: 'done', note: 'proven' }] }
    });
  });

  it('that only Salesforce can do is left out on this machine, and gets no result', async () => {
    const local = await run(at('http://localhost:4280'), goneTwice, { needsSalesforce: true });
    expect(local).toMatchObject({ note: expect.stringMatching(/^left out/u), state: { steps: [] } });
  });
});

describe('an org', () => {
  it.each([
    ['http://localhost:4280', true],
    ['http://127.0.0.1:4280', true],
    ['https://localhost.my.salesforce.com', false],
    ['https://acme.scratch.my.salesforce.com', false]
  ])('%s is one of this machine: %s', (url, isLocal) => {
    expect(isOfThisMachine(at(url))).toBe(isLocal);
  });

  it('that is another one has no result yet', async () => {
    const end = await run(REAL, () => Promise.resolve(done(REAL, 'proven')));
    const proven = end.kind === 'done' ? end.state : NOTHING_ACCEPTED;
    expect(inOrg(proven, { ...REAL.demo, siteId: '0DB1' }).steps).toHaveLength(1);
    expect(inOrg(proven, { ...REAL.demo, orgId: '00D2' }).steps).toEqual([]);
  });
});
