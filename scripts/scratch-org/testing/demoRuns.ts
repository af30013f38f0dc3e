import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { recordInterruptions } from '../../shared/testing/interruptions.ts';
import type { Script } from '../../shared/testing/scriptedSf.ts';
import { runScratchOrg, type ScratchOrgContext } from '../runScratchOrg.ts';
import { demoSf } from './demoOrg.ts';

interface DemoRun {
  readonly code: number;
  readonly commands: readonly string[];
  /** What a signal would have said at each command. */
  readonly atSignals: readonly string[];
  readonly out: string;
  readonly error: string;
  readonly paused: number;
}

/** Runs of the command by scripted answers of the CLI, in a folder of their own for each test. */
export function demoRuns(): {
  readonly run: (args: readonly string[], others?: Script, more?: Partial<ScratchOrgContext>) => Promise<DemoRun>;
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
  ): Promise<DemoRun> {
    const interruptions = recordInterruptions();
    const atSignals: string[] = [];
    const { sf, commands } = demoSf(others, () => {
      atSignals.push(interruptions.said());
    });
    const said = { out: '', error: '', paused: 0 };
    const code = await runScratchOrg(args, {
      sf,
      folder,
      build: () => Promise.resolve(null),
      write: (text) => (said.out += text),
      writeError: (text) => (said.error += text),
      now: () => 0,
      today: () => new Date(2026, 10, 30),
      pause: () => Promise.resolve(void (said.paused += 1)),
      localHome: (parent) => Promise.resolve(join(parent, 'local-1')),
      startLocalHub: () => Promise.reject(new Error('No local hub is expected')),
      openBrowser: () => Promise.resolve(),
      interrupted: () => Promise.resolve(),
      whenInterrupted: interruptions.whenInterrupted,
      ...more
    });
    return { code, commands, atSignals, ...said };
  }

  return { run, folder: () => folder };
}
