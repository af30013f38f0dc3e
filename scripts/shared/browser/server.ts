import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { Readable } from 'node:stream';

export interface Server {
  /** `http://localhost:<port>`, without a trailing slash. */
  readonly url: string;
  /** The System Administrator's. */
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
 * `npm start` on a free port, with the control routes, in a process that Node starts with these options. Rejects with what
 * it printed when it does not start.
 */
export async function startServer(
  moreOptions: readonly string[] = [],
  nodeOptions: readonly string[] = []
): Promise<Server> {
  const options = ['--port', '0', '--json', '--no-open', '--control-door', ...moreOptions];
  const child = fork(resolve('scripts/start/main.ts'), options, {
    execArgv: ['--import', 'tsx', ...nodeOptions],
    silent: true
  });
  const complaints: string[] = [];
  child.stderr?.on('data', (chunk: Buffer) => complaints.push(chunk.toString('utf8')));
  const exited = once(child, 'exit');
  const lines = createInterface({ input: child.stdout ?? Readable.from([]) });
  const firstLine = once(lines, 'line').then(([line]) => String(line));

  const line = await Promise.race([firstLine, exited.then(() => null)]);
  if (line === null) {
    throw new Error(`The server did not start:\n${complaints.join('')}`);
  }
  // The shape that --json promises: README, "Start".
  const ready = JSON.parse(line) as ReadyLine;
  return {
    url: ready.url,
    people: ready.people,
    process: child,
    accessToken: ready.people.find(({ label }) => label === 'System Administrator')?.accessToken ?? '',
    stop: async () => {
      child.kill('SIGINT');
      await exited;
    }
  };
}
