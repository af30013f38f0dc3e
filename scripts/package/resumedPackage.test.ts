import { writeFile } from 'node:fs/promises';
import { known } from 'sf-cli/answer';
import { sfRefusal, type Script } from '../shared/testing/scriptedSf.ts';
import { inProject, makeProject, removeProject, run } from './testing/packageRun.ts';

beforeEach(makeProject);
afterEach(removeProject);

describe('npm run package after an interrupted run', () => {
  it('goes on with the version that an interrupted run requested, and makes none twice of the same files', async () => {
    const lost = sfRefusal({ message: 'No network' });
    const first = await run([], [[/create report .*08cMORE/u, lost]]);
    expect(first.code).toBe(1);
    const both = known([
      { Id: '0HoBASE', Name: 'Base' },
      { Id: '0HoMORE', Name: 'More' }
    ]);
    const { code, commands } = await run([], [[/^sf package list/u, both]]);
    expect(code).toBe(0);
    expect(commands.filter((command) => /version create --package|package create/u.test(command))).toEqual([]);
    expect(commands).toContainEqual(expect.stringContaining('create report --package-create-request-id 08cMORE'));
  });

  it('makes another version of files that have changed, and of another run', async () => {
    await run([], [[/create report .*08cMORE/u, sfRefusal({ message: 'No network' })]]);
    await writeFile(inProject('base', 'a.xml'), 'changed');
    const requests = (commands: readonly string[]) =>
      commands.filter((line) => line.includes('version create --package'));
    expect(requests((await run([])).commands)).toHaveLength(1);
    expect(requests((await run([])).commands)).toHaveLength(2);
  });

  it('goes on with the installation that an interrupted run requested', async () => {
    await run([], [[/install report .*0HfBASE/u, sfRefusal({ code: 'ETIMEDOUT', message: 'No network' })]]);
    const { code, commands } = await run([]);
    expect(code).toBe(0);
    expect(commands.filter((line) => line.includes('install --package 04tBASE'))).toHaveLength(0);
  });

  it('installs anew what the org has refused', async () => {
    const refusal = sfRefusal({ code: 'PackageInstallError', message: 'Encountered errors installing the package!' });
    await run([], [[/install report .*0HfBASE/u, refusal]]);
    const { commands } = await run([]);
    expect(commands.filter((line) => line.includes('install --package 04tBASE'))).toHaveLength(1);
  });

  it('says at a signal what goes on without it', async () => {
    const { atSignals } = await run(['--no-install']);
    expect(atSignals.find((text) => text.includes('Make a version of Base'))).toMatch(
      /goes on in the Dev Hub\. To go on, start the same command again: it goes on with this step\.$/u
    );
  });

  it.each([
    ['the creation takes too long', sfRefusal({ code: 'ScratchOrgResumeTimeOutError', message: 'Timed out' }), 0],
    ['the settings could not be deployed', sfRefusal({ exitCode: 68, message: 'No settings' }), 0],
    ['the org was refused', sfRefusal({ code: 'RemoteOrgSignupFailed', message: 'S-1006' }), 1]
  ])('waits for the requested org in the next run, or requests another, when %s', async (_title, answer, requests) => {
    expect((await run([], [[/^sf org resume/u, answer]])).code).toBe(1);
    const { code, commands } = await run([]);
    expect(code).toBe(0);
    expect(commands.filter((command) => command.includes('create scratch'))).toHaveLength(requests);
  });

  it('makes another scratch org when the last one is gone', async () => {
    await run([]);
    const gone: Script = [[/^sf org display/u, sfRefusal({ code: 'NamedOrgNotFoundError' })]];
    const { code, commands } = await run([], gone);
    expect(code).toBe(0);
    expect(commands.filter((line) => line.includes('org create scratch'))).toHaveLength(1);
  });
});
