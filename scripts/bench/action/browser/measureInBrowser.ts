import { chromium, type BrowserContext, type LaunchOptions } from '@playwright/test';
import { openContact } from '../../../shared/browser/enabling.ts';
import { startServer } from '../../../shared/browser/server.ts';
import type { Measurement, Pair, TimeAtLatency } from '../measurement.ts';
import { median } from '../../shared/median.ts';
import { countBetween, type RequestCount } from '../requests.ts';
import { action, trivial, type MeasuredAction } from './actions.ts';
import { measureCreation } from './measureCreation.ts';
import { closeOpening, openAction, type Opening } from './openings.ts';

/** A contact of the starting org that is ready. */
const CONTACT = 'Amélie Dubois';

/** Milliseconds added to each request. */
const LATENCIES = [0, 100, 300];

/** Long enough that only requests which need an earlier answer start after it. */
const LATENCY_FOR_COUNTS = 300;

type InBrowser = Pick<Measurement, 'requests' | 'times'>;

export interface MeasureOptions {
  readonly browser: LaunchOptions;
  readonly runs: number;
  /** The Salesforce DX project of the trivial action. */
  readonly trivialProject: string;
  readonly tell: (progress: string) => void;
}

/** Opens both actions on a local org in a browser. Rejects when a step can't be measured. */
export async function measureInBrowser(options: MeasureOptions): Promise<InBrowser> {
  const { runs, trivialProject, tell } = options;
  const browser = await chromium.launch(options.browser);
  try {
    const server = await startServer(['--project', trivialProject]);
    try {
      const context = await browser.newContext({ baseURL: server.url, locale: 'en-US' });
      const recordPage = await findRecordPage(context);
      const open = (measured: MeasuredAction, latency: number): Promise<Opening> =>
        openAction(context, recordPage, measured, latency);
      const times: TimeAtLatency[] = [];
      // The first action that is opened fills the browser's caches.
      tell('Warming up');
      await timeInTurns(open, 0, 1);
      for (const latency of LATENCIES) {
        tell(`Timing at ${latency} ms of added latency`);
        times.push({ latency, toInteractive: await timeInTurns(open, latency, runs) });
      }
      tell('Counting requests');
      return { times, requests: await countRequests(open) };
    } finally {
      await server.stop();
    }
  } finally {
    await browser.close();
  }
}

async function findRecordPage(context: BrowserContext): Promise<string> {
  const page = await context.newPage();
  await openContact(page, CONTACT);
  const url = page.url();
  await page.close();
  return url;
}

type Open = (measured: MeasuredAction, latency: number) => Promise<Opening>;

/** Opens the actions by turns, and changes the first one, so that a machine that gets slower slows both. */
async function timeInTurns(open: Open, latency: number, runs: number): Promise<Pair<number>> {
  const times = { action: new Array<number>(), trivial: new Array<number>() };
  for (let run = 0; run < runs; run += 1) {
    const turns = [
      { measured: action, into: times.action },
      { measured: trivial, into: times.trivial }
    ];
    for (const { measured, into } of run % 2 === 0 ? turns : turns.toReversed()) {
      const opening = await open(measured, latency);
      into.push(opening.span.shownAt - opening.span.clickedAt);
      await closeOpening(opening);
    }
  }
  return { action: median(times.action), trivial: median(times.trivial) };
}

async function countRequests(open: Open): Promise<Measurement['requests']> {
  const ofTrivial = await open(trivial, LATENCY_FOR_COUNTS);
  await closeOpening(ofTrivial);
  const ofAction = await open(action, LATENCY_FOR_COUNTS);
  // The creation comes last, as the contact has a user afterwards.
  const creation = await measureCreation(ofAction, CONTACT);
  await closeOpening(ofAction);
  return {
    toInteractive: { action: countToInteractive(ofAction), trivial: countToInteractive(ofTrivial) },
    toQuiet: { action: countToQuiet(ofAction), trivial: countToQuiet(ofTrivial) },
    ...creation
  };
}

function countToInteractive({ requests, span }: Opening): RequestCount {
  return countBetween(requests, span.clickedAt, span.shownAt);
}

function countToQuiet({ requests, span }: Opening): RequestCount {
  return countBetween(requests, span.clickedAt, Infinity);
}
