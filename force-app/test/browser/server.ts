import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';
import { createInterface } from 'node:readline';

export interface Server {
  /** `http://localhost:<port>`, without a trailing slash. */
  readonly url: string;
  stop(): Promise<void>;
}

/** `npm start` on a free port, with the control door open. Rejects with what it printed when it does not start. */
export async function startServer(): Promise<Server> {
  const options = ['--port', '0', '--json', '--no-open', '--control-door'];
  const child = spawn(process.execPath, ['--import', 'tsx', resolve('scripts/start/main.ts'), ...options], {
    stdio: ['ignore', 'pipe', 'pipe']
  });
  const complaints: string[] = [];
  child.stderr.on('data', (chunk: Buffer) => complaints.push(chunk.toString('utf8')));
  const exited = once(child, 'exit');
  const lines = createInterface({ input: child.stdout });
  const firstLine = once(lines, 'line').then(([line]) => String(line));

  const line = await Promise.race([firstLine, exited.then(() => null)]);
  if (line === null) {
    throw new Error(`The server did not start:\n${complaints.join('')}`);
  }
  return {
    url: urlIn(line),
    stop: async () => {
      child.kill('SIGINT');
      await exited;
    }
  };
}

function urlIn(line: string): string {
  const ready: unknown = JSON.parse(line);
  if (typeof ready === 'object' && ready !== null && 'url' in ready && typeof ready.url === 'string') {
    return ready.url;
  }
  throw new Error(`Not the line that --json promises: ${line}`);
}
