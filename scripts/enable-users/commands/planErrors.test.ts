import { chmodSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { planIn } from '../testing/smallOrg.ts';
import { toFileProblem } from './fileErrors.ts';

const INPUT = 'ContactId\n003000000000001AAA\n';

describe('a plan', () => {
  let folder: string;
  let run: string;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'plan-'));
    run = join(folder, 'run');
  });

  afterEach(() => {
    rmSync(folder, { recursive: true });
  });

  it.each<[string, () => void, number, RegExp]>([
    [
      'a folder stands in place of plan.csv',
      () => {
        mkdirSync(join(run, 'plan.csv'));
      },
      2,
      /plan\.csv: it is a folder/u
    ],
    [
      'the disk is full at plan.csv',
      () => {
        symlinkSync('/dev/full', join(run, 'plan.csv'));
      },
      1,
      /plan\.csv: the disk is full \(ENOSPC\)/u
    ],
    [
      'the disk is full at report.html',
      () => {
        symlinkSync('/dev/full', join(run, 'report.html'));
      },
      1,
      /report\.html: the disk is full/u
    ],
    [
      'lock.db is a folder',
      () => {
        mkdirSync(join(run, 'lock.db'));
      },
      2,
      /lock\.db: it can’t be opened/u
    ]
  ])('says where %s, and leaves no plan', async (_title, prepare, exitCode, message) => {
    mkdirSync(run, { mode: 0o700 });
    prepare();
    const error: unknown = await planIn(folder, INPUT).then(
      () => null,
      (reason: unknown) => reason
    );
    expect(toFileProblem(error, [])).toMatchObject({ exitCode, message: expect.stringMatching(message) as string });
    expect(readdirSync(run)).not.toContain('run.db');
  });

  it('says where a file stands in place of its folder', async () => {
    writeFileSync(run, '');
    const error: unknown = await planIn(folder, INPUT).then(
      () => null,
      (reason: unknown) => reason
    );
    expect(toFileProblem(error, [])).toMatchObject({ exitCode: 2, message: expect.stringContaining(run) as string });
  });

  it('makes a folder and files that only its user may read', async () => {
    await planIn(folder, INPUT);
    const modes = ['', 'run.db', 'plan.csv', 'report.html', 'lock.db'].map(
      (name) => statSync(join(run, name)).mode & 0o777
    );
    expect(modes).toEqual([0o700, 0o600, 0o600, 0o600, 0o600]);
  });

  it('tells that others can look into a folder that was there', async () => {
    mkdirSync(run);
    chmodSync(run, 0o755);
    const { notes } = await planIn(folder, INPUT);
    expect(notes).toEqual([expect.stringContaining(`chmod 700 ${run}`)]);
  });
});
