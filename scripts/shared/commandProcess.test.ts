import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { text } from 'node:stream/consumers';

const COMMAND = ['--import', './scripts/shared/startUp.js', 'scripts/deploy/main.ts', '--help'];

const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as {
  readonly scripts: Readonly<Record<string, string>>;
};
const mains = Object.values(scripts).flatMap((script) => /scripts\/\S+\/main\.ts/u.exec(script) ?? []);

it.each(mains)('%s ends at a signal in words', (main) => {
  expect(readFileSync(main, 'utf8')).toMatch(/\b(?:runProcess|runBench)\(/u);
});

describe('the output of a command', () => {
  it('may be closed by its reader, which ends the command without an error', async () => {
    const child = spawn(process.execPath, COMMAND, { stdio: ['ignore', 'pipe', 'pipe'] });
    child.stdout.destroy();
    const [said, [code]] = await Promise.all([text(child.stderr), once(child, 'exit')]);
    expect({ said, code }).toEqual({ said: '', code: 0 });
  });

  const onLinux = process.platform === 'linux' ? it : it.skip;
  onLinux('on a full disk ends the command with the reason', async () => {
    const child = spawn('sh', ['-c', `exec "$0" "$@" > /dev/full`, process.execPath, ...COMMAND]);
    const [said, [code]] = await Promise.all([text(child.stderr), once(child, 'exit')]);
    expect({ said, code }).toEqual({
      said: 'The output: the disk is full (ENOSPC). Free some space. Then run the command again.\n',
      code: 1
    });
  });
});
