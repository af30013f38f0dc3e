import { join } from 'node:path';
import type { Sf } from 'sf-cli/sf';
import { demo, ON_THIS_MACHINE, runInOwnHub, type OwnHubContext } from '../scratch-org/main.ts';
import { runParsed, toCall } from '../shared/commandLine.ts';
import { EXIT } from '../shared/exit.ts';
import type { Build } from '../shared/product.ts';
import { runSteps, type RunFailure } from '../shared/runSteps.ts';
import { acceptanceStore, type AcceptanceState } from './acceptanceState.ts';
import { isLeftOut, type AcceptanceTools } from './acceptanceStep.ts';
import { createPages } from '../shared/browser/orgPages.ts';
import { defaultFolder, toLedger } from './ledger/toLedger.ts';
import { writeLedger } from './ledger/writeLedger.ts';
import type { Ledger } from './ledger/ledger.ts';
import { COMMAND, helpText, parseAcceptanceOptions, type AcceptanceOptions } from './options.ts';
import { failuresText, outcomeText, toJson, type Outcome } from './report.ts';
import { inOrg } from './steps/makeOrg.ts';
import { acceptanceSteps, proofsOf } from './steps/acceptanceSteps.ts';
import type { StateFile } from '../shared/stateFile.ts';

/** What the command needs of its process and of the machine; tests hand in their own. */
export interface AcceptanceContext extends OwnHubContext {
  readonly sf: Sf;
  /** For programs that find the org as `sf` does. */
  readonly environment: Readonly<Record<string, string>>;
  readonly build: Build;
  /** Where the command keeps what it knows between runs. */
  readonly folder: string;
  /** How many contacts the bulk run has. */
  readonly rows: number;
  /** Milliseconds. */
  readonly now: () => number;
  readonly today: () => Date;
  readonly pause: (milliseconds: number) => Promise<void>;
}

/** So many users at most do the other steps make with the license of the bulk run. */
const OTHER_USERS = 50;

/** A scratch org is needed for some minutes. */
const DAYS = 1;

/** The whole command. Answers the exit code. */
export async function runAcceptance(args: readonly string[], context: AcceptanceContext): Promise<number> {
  const call = toCall(COMMAND, args);
  return runParsed(parseAcceptanceOptions(args), helpText, context, (options) =>
    options.devHub === ON_THIS_MACHINE ? acceptInOwnHub(options, context, call) : acceptInDevHub(options, context, call)
  );
}

async function acceptInDevHub(options: AcceptanceOptions, context: AcceptanceContext, call: string): Promise<number> {
  return accept(options, context, {
    orgLines: (state) =>
      state.demo.username === ''
        ? []
        : [
            `Open it:   npx sf org open --target-org ${options.alias}`,
            `Delete it: npx sf org delete scratch --target-org ${options.alias}`
          ],
    again: `Run it again: ${call}. It goes on where it stopped.`
  });
}

async function acceptInOwnHub(options: AcceptanceOptions, context: AcceptanceContext, call: string): Promise<number> {
  const ownHub = {
    json: options.json,
    seats: { [demo.CUSTOMER_LICENSE]: context.rows + OTHER_USERS },
    toJson: (failure: RunFailure) => toJson({ ledger: null, folder: '', failures: [failure], orgLines: [] })
  };
  return runInOwnHub(context, ownHub, ({ sf, environment, username }, folder) =>
    accept(
      { ...options, devHub: username },
      { ...context, sf, environment, folder },
      {
        orgLines: () => ['The org was in memory only, and is gone.'],
        again: `Run it again: ${call}. It begins anew, with another local org.`
      }
    )
  );
}

interface Place {
  /** What to say of an org that is still there. */
  readonly orgLines: (state: AcceptanceState) => readonly string[];
  /** How the command goes on after a failure or a signal. */
  readonly again: string;
}

/** Runs the steps and reports on them. */
async function accept(
  options: AcceptanceOptions,
  context: AcceptanceContext,
  { orgLines, again }: Place
): Promise<number> {
  const store = acceptanceStore(context.folder, options.alias);
  const ledgerFolder = ({ org, date }: AcceptanceState): string =>
    options.folder ?? defaultFolder(org?.kind ?? 'local', date);
  const ledgerOf = (state: AcceptanceState): Ledger | null =>
    toLedger(
      state,
      proofsOf({ options }).filter((proof) => !isLeftOut(proof, state))
    );
  const tools = toolsOf(options, context, {
    ledgerFolder,
    store: {
      ...store,
      // What was found out survives whatever ends the command.
      write: async (state) => {
        await store.write(state);
        const ledger = ledgerOf(state);
        if (ledger !== null) await writeLedger(ledgerFolder(state), ledger);
      }
    }
  });
  const write = options.json ? () => undefined : context.write;
  const before = await store.read();
  const run = await runSteps(acceptanceSteps(tools), before, { ...context, write, again }).finally(() =>
    tools.pages.close()
  );

  const { state } = run;
  const failures = [...state.failures, ...(run.failure === null ? [] : [run.failure])];
  const isThere = options.keep || failures.length > 0;
  const ledger = ledgerOf(state);
  if (ledger !== null) await writeLedger(ledgerFolder(state), ledger);
  const outcome: Outcome = {
    ledger,
    folder: ledgerFolder(state),
    failures,
    orgLines: isThere ? orgLines(state) : []
  };
  if (options.json) context.write(`${toJson(outcome)}\n`);
  else say(context, outcome, again);
  return exitCodeOf(outcome);
}

function toolsOf(
  options: AcceptanceOptions,
  context: AcceptanceContext,
  rest: {
    readonly store: StateFile<AcceptanceState>;
    readonly ledgerFolder: AcceptanceTools['ledgerFolder'];
  }
): AcceptanceTools {
  const { sf, build, pause, today, now, environment, rows } = context;
  const folder = join(context.folder, options.alias);
  const { store } = rest;
  const demo: AcceptanceTools['demo'] = {
    sf,
    build,
    pause,
    today,
    folder,
    options: { devHub: options.devHub, alias: options.alias, durationDays: DAYS, open: false, json: options.json },
    store: {
      read: async () => (await store.read()).demo,
      write: async (state) => store.write(inOrg(await store.read(), state))
    }
  };
  const pages = createPages(sf);
  return {
    sf,
    environment,
    options,
    demo,
    folder,
    rows,
    now,
    pause,
    pages,
    startLocalHub: context.startLocalHub,
    ...rest
  };
}

function say({ write, writeError }: AcceptanceContext, outcome: Outcome, again: string): void {
  const text = outcomeText(outcome);
  if (text !== '') write(`\n${text}\n`);
  if (outcome.failures.length > 0) writeError(`\n${failuresText(outcome.failures)}\n${again}\n`);
}

function exitCodeOf({ ledger, failures }: Outcome): number {
  if (failures.length > 0 || ledger === null) return EXIT.failed;
  switch (ledger.result) {
    case 'same':
      return EXIT.done;
    case 'differs':
      return EXIT.differs;
    case 'failed':
      return EXIT.failed;
  }
}
