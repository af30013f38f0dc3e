import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { chromium, type Browser } from '@playwright/test';
import { parsedJson, textAt } from 'sf-cli/json';
import { findBrowser } from '../../shared/browser/findBrowser.ts';
import { inTemporaryFolder } from '../../shared/temporaryFolder.ts';
import { PEAK_REPORT, sumsOf } from '../shared/measureCommand.ts';
import type { Tell } from '../shared/runBench.ts';
import { copyProject } from './freshCopy.ts';

/** Starts of `npm start` in a fresh copy of the project, with and without its caches. */
export interface StartMeasurement {
  readonly cold: readonly Start[];
  readonly warm: readonly Start[];
}

/** Seconds from the start of the process, and its processor time until the browser showed the page. */
export interface Start {
  /** The first page is answered. */
  readonly answered: number;
  /** A browser shows the contacts. */
  readonly shown: number;
  /** The browser shows the quick action. */
  readonly offered: number;
  readonly processorSeconds: number;
}

/** What the first page shows: a contact of the starting org. */
const CONTACT = 'Amélie Dubois';
const ACTION = 'Enable External User';
const CACHES = '.cache';
/** What startUp.js puts into the environment: caches of the project that measures. */
const OF_THIS_PROJECT = ['NODE_COMPILE_CACHE', 'NODE_DISABLE_COMPILE_CACHE', 'LOCAL_ORG_CACHE'];

/** Starts so many times without caches, each followed by a start with them. */
export async function measureStarts(runs: number, tell: Tell): Promise<StartMeasurement> {
  const browser = await chromium.launch(await findBrowser());
  try {
    return await inTemporaryFolder(async (folder) => {
      tell('Copying the project');
      await copyProject(folder);
      const cold: Start[] = [];
      const warm: Start[] = [];
      for (let run = 1; run <= runs; run++) {
        await rm(join(folder, CACHES), { recursive: true, force: true });
        tell(`Starting without caches, ${String(run)} of ${String(runs)}`);
        cold.push(await measureStart(folder, browser));
        tell(`Starting with caches, ${String(run)} of ${String(runs)}`);
        warm.push(await measureStart(folder, browser));
      }
      return { cold, warm };
    });
  } finally {
    await browser.close();
  }
}

async function measureStart(folder: string, browser: Browser): Promise<Start> {
  const peaks = await mkdtemp(join(folder, 'peaks-'));
  const context = await browser.newContext({ locale: 'en-US' });
  const start = performance.now();
  const seconds = (): number => (performance.now() - start) / 1000;
  const server = spawnServer(folder, peaks);
  try {
    const url = await urlOf(server);
    const response = await fetch(url);
    if (!response.ok) throw new Error(`The first page was answered with ${String(response.status)}`);
    await response.text();
    const answered = seconds();
    const page = await context.newPage();
    await page.goto(url);
    await page.getByText(CONTACT).first().waitFor();
    const shown = seconds();
    await page.getByRole('button', { name: ACTION }).waitFor();
    const offered = seconds();
    await end(server);
    return { answered, shown, offered, processorSeconds: (await sumsOf(peaks)).processorSeconds };
  } finally {
    await context.close();
    await end(server);
  }
}

/** Runs what `npm start` runs. */
function spawnServer(folder: string, peaks: string): ChildProcess {
  const environment = Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !OF_THIS_PROJECT.includes(name))
  );
  const options = ['--port', '0', '--json', '--no-open'];
  const args = ['--import', './scripts/shared/startUp.js', 'scripts/start/main.ts', ...options];
  return spawn(process.execPath, args, {
    cwd: folder,
    env: { ...environment, BENCH_PEAKS: peaks, NODE_OPTIONS: `--import ${PEAK_REPORT}` },
    stdio: ['ignore', 'pipe', 'pipe']
  });
}

async function urlOf(server: ChildProcess): Promise<string> {
  const { stdout, stderr } = server;
  if (stdout === null || stderr === null) throw new Error('The server has no output');
  const errors: string[] = [];
  stderr.on('data', (chunk: Buffer) => errors.push(chunk.toString('utf8')));
  const line = once(createInterface({ input: stdout }), 'line').then(([text]) => String(text));
  const exited = once(server, 'exit').then(() => '');
  const url = textAt(parsedJson(await Promise.race([line, exited])), 'url');
  if (url === '') throw new Error(`The server did not start:\n${errors.join('')}`);
  return url;
}

async function end(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null || server.signalCode !== null) return;
  const exited = once(server, 'exit');
  server.kill('SIGINT');
  await exited;
}
