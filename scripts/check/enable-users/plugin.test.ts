import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runCommand } from 'sf-cli/command';
import { localEnvironment } from 'sf-cli/localSf';

describe('the sf CLI with this project as a plugin', () => {
  let home: string;

  beforeAll(() => {
    home = mkdtempSync(join(tmpdir(), 'plugin-'));
  });

  afterAll(() => {
    rmSync(home, { recursive: true, force: true });
  });

  it('has the commands of this project', async () => {
    const environment = localEnvironment(home, '');
    const linked = await runCommand('sf', ['plugins', 'link', '.', '--no-install'], environment);
    expect(linked).toMatchObject({ exitCode: 0 });
    const { exitCode, stdout } = await runCommand('sf', ['external-user', 'plan', '--help'], environment);
    expect(exitCode).toBe(0);
    expect(stdout).toMatch(/\$ sf external-user plan -o <value>/u);
  });
});
