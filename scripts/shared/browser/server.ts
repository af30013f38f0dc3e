import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { Readable } from 'node:stream';

export interface Server {
  /** `http://localhost:<port>`, without a trailing slash. */
  readonly url: string;
  /** That of the System Administrator. */
  readonly accessToken: string;
  readonly people: readonly Person[];
  readonly process: ChildProcess;
  stop(): Promise<void>;
}

interface Person {
  readonly label: string;
  readonly username: string;
  readonly accessToken: string;
}

interface ReadyLine {
  readonly url: string;
  readonly people: readonly Person[];
}

/**
 * Runs `npm start` on a free port with the control routes, in a process to which Node gets further options. Rejects with
 * its error output when it doesn't start.
 */
export async function startServer(
  moreOptions: readonly string[] = [],
  nodeOptions: readonly string[] = []
): Promise<Server> {
  const options = ['--port', '0', '--json', '--no-open', '--control-door', '--seed', '1', ...moreOptions];
  const child = fork(resolve('scripts/start/main.ts'), options, {
    execArgv: ['--import', './scripts/shared/startUp.js', ...nodeOptions],
    silent: true
  });
  const end = (): void => {
    child.kill();
  };
  // A signal ends this process, and must not leave the server.
  process.once('exit', end);
  const errors: string[] = [];
  child.stderr?.on('data', (chunk: Buffer) => errors.push(chunk.toString('utf8')));
  const exited = once(child, 'exit');
  const lines = createInterface({ input: child.stdout ?? Readable.from([]) });
  const firstLine = once(lines, 'line').then(([line]) => String(line));

  const line = await Promise.race([firstLine, exited.then(() => null)]);
  if (line === null) {
    throw new Error(`The server did not start:\n${errors.join('')}`);
  }
  // README, "Start", documents this shape of --json.
  const ready = JSON.parse(line) as ReadyLine;
  return {
    url: ready.url,
    people: ready.people,
    process: child,
    accessToken: ready.people.find(({ label }) => label === 'System Administrator')?.accessToken ?? '',
    stop: async () => {
      process.off('exit', end);
      child.kill('SIGINT');
      await exited;
    }
  };
}
