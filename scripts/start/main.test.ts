import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type Server } from 'node:net';
import { resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { text } from 'node:stream/consumers';
import { DEFAULT_PORT } from './options.ts';

/** Without a cache it includes the first build of the base components. */
const START_MILLISECONDS = 90_000;

const started: ChildProcess[] = [];

afterEach(() => {
  for (const child of started.splice(0)) {
    child.kill('SIGKILL');
  }
});

function npmStart(...args: string[]) {
  const child = spawn(
    process.execPath,
    ['--import', './scripts/shared/startUp.js', resolve('scripts/start/main.ts'), ...args],
    {
      stdio: ['ignore', 'pipe', 'pipe']
    }
  );
  started.push(child);
  return child;
}

async function takePort(wanted: number): Promise<{ port: number; other: Server }> {
  const other = createServer();
  other.listen(wanted, '127.0.0.1');
  await once(other, 'listening');
  const address = other.address();
  return { port: typeof address === 'object' && address !== null ? address.port : 0, other };
}

async function exitOf(child: ChildProcess): Promise<unknown> {
  const [code]: unknown[] = await once(child, 'exit');
  return code;
}

describe('npm start', () => {
  it.each([
    ['a bad option', ['--color'], /--color/u],
    ['an unknown org', ['--org', 'nowhere'], /no scenario "nowhere".*--help/u],
    [
      'a folder without a project',
      ['--project', 'docs'],
      /(?:^|\n)--project: There is no sfdx-project\.json in \S+docs\.\n$/u
    ]
  ])('refuses %s with exit code 2', async (_title, args, message) => {
    const child = npmStart(...args);
    const [code, said] = await Promise.all([exitOf(child), text(child.stderr)]);
    expect(code).toBe(2);
    expect(said).toMatch(message);
  });

  it('explains itself without a word about what a start builds', async () => {
    const child = npmStart('--help');
    const [code, help, said] = await Promise.all([exitOf(child), text(child.stdout), text(child.stderr)]);
    expect({ code, said }).toEqual({ code: 0, said: '' });
    expect(help).toMatch(/^npm start -- \[options\]/u);
  });

  it('refuses a named port in use with exit code 2 and says what to do', async () => {
    const { port, other } = await takePort(0);
    const child = npmStart('--port', String(port));
    const [code, said] = await Promise.all([exitOf(child), text(child.stderr)]);
    other.close();
    expect(code).toBe(2);
    expect(said).toContain(`Port ${String(port)} is in use`);
    expect(said).toContain('--port 0');
  });

  it(
    'takes the next free port when the usual one is in use, and says so',
    async () => {
      // The port may be in use by somebody else, which is as good.
      const taken = await takePort(DEFAULT_PORT).catch(() => null);
      const child = npmStart('--json');
      const [line]: unknown[] = await once(createInterface(child.stdout), 'line');
      taken?.other.close();
      const { url } = JSON.parse(String(line)) as { url: string };
      child.kill('SIGINT');
      expect(Number(new URL(url).port)).toBeGreaterThan(DEFAULT_PORT);
      expect(await text(child.stderr)).toContain(
        `Port ${String(DEFAULT_PORT)} is in use, so this one listens on ${new URL(url).port}.`
      );
    },
    START_MILLISECONDS
  );

  it(
    'prints url, org and people as its first line with --json, serves, and stops cleanly on Ctrl-C',
    async () => {
      const child = npmStart('--json', '--port', '0', '--org', 'no-seats');
      const [line]: unknown[] = await once(createInterface(child.stdout), 'line');
      const ready = JSON.parse(String(line)) as { url: string; org: string; people: { accessToken: string }[] };
      expect(ready).toMatchObject({
        org: 'no-seats',
        url: expect.stringMatching(/^http:\/\/localhost:\d+$/u) as string
      });
      expect(Object.keys(ready.people[0] ?? {})).toEqual(['label', 'username', 'accessToken']);

      const page = await fetch(ready.url);
      expect(page.url).toMatch(/\/lightning\/r\/Contact\/003\w{15}\/view$/u);
      expect(await page.text()).toContain('"c/enableExternalUser"');

      child.kill('SIGINT');
      expect(await exitOf(child)).toBe(0);
    },
    START_MILLISECONDS
  );
});
