import { sfRefusal, type Script } from '../shared/testing/scriptedSf.ts';
import type { ScratchOrgContext } from './runScratchOrg.ts';
import { demoSf } from './testing/demoOrg.ts';
import { demoRuns } from './testing/demoRuns.ts';

const { run } = demoRuns();

describe('npm run scratch-org -- --dev-hub local', () => {
  const ownHub = (others: Script = []) => {
    const { sf, commands } = demoSf(others);
    const seen = { closed: 0, opened: '', waited: 0, commands };
    const more: Partial<ScratchOrgContext> = {
      startLocalHub: () =>
        Promise.resolve({
          kind: 'started',
          sf,
          sfIn: () => sf,
          url: 'http://localhost:1',
          username: 'ann@acme.example',
          environment: {},
          close: () => Promise.resolve(void (seen.closed += 1))
        }),
      openBrowser: (url) => Promise.resolve(void (seen.opened = url)),
      interrupted: () => Promise.resolve(void (seen.waited += 1))
    };
    return { seen, more };
  };

  it('starts a Dev Hub of its own, opens the contact, and serves until Ctrl-C', async () => {
    const { seen, more } = ownHub();
    const { code, commands, out } = await run(['-v', 'local'], [], more);
    expect({ code, commands }).toEqual({ code: 0, commands: [] });
    expect(seen).toMatchObject({ closed: 1, waited: 1, opened: expect.stringMatching(/id-ContactAmelie\/view$/u) });
    expect(seen.commands.join('\n')).not.toContain('sf org open');
    expect(out).toMatch(/until Ctrl-C/u);
  });

  it('serves until Ctrl-C with --no-open too', async () => {
    const { seen, more } = ownHub();
    const { code, out } = await run(['-v', 'local', '--no-open'], [], more);
    expect({ code, seen }).toMatchObject({ code: 0, seen: { closed: 1, waited: 1, opened: '' } });
    expect(out).toMatch(/until Ctrl-C[\s\S]*is gone/u);
  });

  it('ends with --json, and says so', async () => {
    const { seen, more } = ownHub();
    const { code, out } = await run(['-v', 'local', '--json'], [], more);
    expect({ code, seen }).toMatchObject({ code: 0, seen: { closed: 1, waited: 0, opened: '' } });
    expect(JSON.parse(out)).toMatchObject({ result: 'ready', endedWithCommand: true });
  });

  it('stops the Dev Hub after a failure, and says that the next run begins anew', async () => {
    const { seen, more } = ownHub([[/assign permset/u, sfRefusal({ message: 'No set' })]]);
    const { code, error } = await run(['-v', 'local'], [], more);
    expect(code).toBe(1);
    expect(error).toMatch(/No set[\s\S]*begins anew/u);
    expect(seen.closed).toBe(1);
  });

  it('says why no Dev Hub can be started, also to programs', async () => {
    const problem = { kind: 'failed', message: 'No port is free.', details: [], todo: 'end a program.' } as const;
    const more: Partial<ScratchOrgContext> = { startLocalHub: () => Promise.resolve(problem) };
    expect(await run(['-v', 'local'], [], more)).toMatchObject({
      code: 1,
      out: '',
      error:
        'Start a local org failed: No port is free.\n\nWhat to do: end a program.\nThen start the same command again.\n'
    });
    const { code, out, error } = await run(['-v', 'local', '--json'], [], more);
    expect({ code, error }).toEqual({ code: 1, error: '' });
    expect(JSON.parse(out)).toMatchObject({ failure: { step: 'Start a local org', message: 'No port is free.' } });
  });

  it('uses the org of npm start by its alias', async () => {
    const { code, commands } = await run(['-v', 'local-4280', '--no-open']);
    expect(code).toBe(0);
    expect(commands[1]).toMatch(/--target-dev-hub local-4280$/u);
  });
});
