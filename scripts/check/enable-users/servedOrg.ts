import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createLocalOrg, serve, type FieldValue, type LocalOrg, type Population } from 'sfdx-local-org';
import { listAt, parsedJson, textAt } from 'sf-cli/json';
import { localEnvironment, logInToLocalOrg } from 'sf-cli/localSf';
import { runHostedSf } from 'sf-cli/host/hostedSf';
import { runHostedCommand } from '../commands/hostedCommand.ts';

const REPOSITORY = resolve('.');
const NODE = join(REPOSITORY, 'node_modules', '.bin', 'node');

export interface Output {
  /** null for a process that was killed. */
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** A local org with an address, the sf CLI logged in to it, and the command as a person calls it. */
export interface ServedOrg {
  readonly localOrg: LocalOrg;
  /** For files; removed when the org is closed. */
  readonly folder: string;
  start(args: readonly string[]): { readonly child: ChildProcess; readonly output: Promise<Output> };
  /** Runs the command in a process that has loaded it before. */
  run(args: readonly string[]): Promise<Output>;
  /** Runs the command in a process of its own, which costs a second of processor time. */
  runAlone(args: readonly string[]): Promise<Output>;
  /** Resolves when a matching request comes. It never gets an answer; with `after` it is carried out. */
  hang(method: string, path: RegExp, when: 'before' | 'after'): Promise<void>;
  /** Answers such requests as if the session had ended. */
  endSession(method: string, path: RegExp): void;
  /** Removes what `hang` and `endSession` set. */
  clear(): void;
  /** Asks a control route of the local org: `clock`, `faults`, `bulk` … */
  control(path: string, body: Readonly<Record<string, unknown>>): Promise<void>;
  /** How many such requests came since the start or the last reset. */
  timesAsked(method: string, path: RegExp): Promise<number>;
  records(object: string): readonly StoredFields[];
  users(): readonly StoredFields[];
  close(): Promise<void>;
}

export type StoredFields = Readonly<Record<string, FieldValue>>;

interface Hindrance {
  readonly method: string;
  readonly path: RegExp;
  readonly when: 'before' | 'after' | 'instead';
  readonly met: () => void;
}

export async function serveOrg(population: Population): Promise<ServedOrg> {
  const folder = await mkdtemp(join(tmpdir(), 'enable-users-'));
  let hindrance: Hindrance | null = null;
  const served = await serve(async (request) => {
    const current = hindrance;
    const isMet = current?.method === request.method && current.path.test(new URL(request.url).pathname);
    if (!isMet) return localOrg.fetch(request);
    if (current.when === 'instead') return sessionEnded();
    if (current.when === 'after') await localOrg.fetch(request);
    current.met();
    return new Promise<Response>(() => undefined);
  }, 0);
  const localOrg = createLocalOrg({ org: 'ready', seed: 1, hasControlRoutes: true, url: () => served.url, population });
  const accessToken = localOrg.people[0]?.accessToken ?? '';
  await logInToLocalOrg(folder, { url: served.url, accessToken }, undefined, runHostedSf);
  const environment = localEnvironment(folder, accessToken);

  const running = new Set<ChildProcess>();

  function start(args: readonly string[]): ReturnType<ServedOrg['start']> {
    // As the npm script starts it.
    const command = ['--import', './scripts/shared/startUp.js', 'scripts/enable-users/main.ts'];
    const child = spawn(NODE, [...command, ...args], {
      cwd: REPOSITORY,
      env: { ...process.env, ...environment }
    });
    running.add(child);
    const [stdout, stderr] = [textOf(child.stdout), textOf(child.stderr)];
    const output = new Promise<Output>((resolveOutput) => {
      child.once('close', (code) => {
        running.delete(child);
        resolveOutput({ code, stdout: stdout(), stderr: stderr() });
      });
    });
    return { child, output };
  }

  const records: ServedOrg['records'] = (name) => {
    const object = localOrg.org.schema.object(name);
    return object === undefined ? [] : localOrg.org.all(object);
  };

  return {
    localOrg,
    folder,
    start,
    run: async (args) => {
      const { exitCode, stdout, stderr } = await runHostedCommand('enable-users', args, environment);
      return { code: exitCode, stdout, stderr };
    },
    runAlone: (args) => start(args).output,
    hang: (method, path, when) =>
      new Promise((met) => {
        hindrance = { method, path, when, met };
      }),
    endSession: (method, path) => {
      hindrance = { method, path, when: 'instead', met: () => undefined };
    },
    clear: () => {
      hindrance = null;
    },
    control: async (path, body) => {
      const request = new Request(`${served.url}/__local/${path}`, { method: 'POST', body: JSON.stringify(body) });
      const response = await localOrg.fetch(request);
      if (!response.ok) throw new Error(`The control routes answer ${path} with ${await response.text()}`);
    },
    timesAsked: async (method, path) => {
      const response = await localOrg.fetch(new Request(`${served.url}/__local/requests`));
      const log = listAt({ log: parsedJson(await response.text()) }, 'log');
      return log.filter((one) => textAt(one, 'method') === method && path.test(textAt(one, 'path'))).length;
    },
    records,
    users: () => records('User'),
    close: async () => {
      // A test that failed may leave processes.
      for (const child of running) child.kill('SIGKILL');
      await served.close();
      await rm(folder, { recursive: true, force: true });
    }
  };
}

function sessionEnded(): Response {
  return Response.json([{ errorCode: 'INVALID_SESSION_ID', message: 'Session expired or invalid' }], { status: 401 });
}

function textOf(stream: NodeJS.ReadableStream): () => string {
  const chunks: Buffer[] = [];
  stream.on('data', (chunk: Buffer) => chunks.push(chunk));
  return () => Buffer.concat(chunks).toString('utf8');
}
