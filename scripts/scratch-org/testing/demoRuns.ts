import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { recordRun, type RecordedRun } from '../../shared/testing/recordedRun.ts';
import type { Script } from '../../shared/testing/scriptedSf.ts';
import { runScratchOrg, type ScratchOrgContext } from '../runScratchOrg.ts';
import { demoSf } from './demoOrg.ts';

/** Runs of the command by scripted answers of the CLI, in a folder of their own for each test. */
export function demoRuns(): {
  readonly run: (args: readonly string[], others?: Script, more?: Partial<ScratchOrgContext>) => Promise<RecordedRun>;
  readonly folder: () => string;
} {
  let folder = '';
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'scratch-org-'));
  });
  afterEach(() => rm(folder, { recursive: true }));

  async function run(
    args: readonly string[],
    others: Script = [],
    more: Partial<ScratchOrgContext> = {}
  ): Promise<RecordedRun> {
    const { atCommand, context, ended } = recordRun();
    const { sf, commands } = demoSf(others, atCommand);
    const code = await runScratchOrg(args, {
      ...context,
      sf,
      folder,
      build: () => Promise.resolve(null),
      localHome: (parent) => Promise.resolve(join(parent, 'local-1')),
      openBrowser: () => Promise.resolve(),
      interrupted: () => Promise.resolve(),
      ...more
    });
    return ended(code, commands);
  }

  return { run, folder: () => folder };
}
