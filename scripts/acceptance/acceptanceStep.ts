import type { Sf } from 'sf-cli/sf';
import type { DemoTools, startLocalHub } from '../scratch-org/main.ts';
import { isLocalAddress } from '../shared/browser/hostOf.ts';
import { toRunFailure, type Step, type StepEnd, type StepFailure } from '../shared/runSteps.ts';
import { isDone, withStep, type AcceptanceState } from './acceptanceState.ts';
import type { Pages } from '../shared/browser/orgPages.ts';
import type { AcceptanceOptions, Part } from './options.ts';
import type { StateFile } from '../shared/stateFile.ts';

/** What the steps of an acceptance work with. */
export interface AcceptanceTools {
  readonly sf: Sf;
  /** For programs that find the org as `sf` does. */
  readonly environment: Readonly<Record<string, string>>;
  readonly options: AcceptanceOptions;
  readonly store: StateFile<AcceptanceState>;
  readonly demo: DemoTools;
  /** Where the steps put files that are of no use afterwards. */
  readonly folder: string;
  /** Where the ledger of a state goes. */
  readonly ledgerFolder: (state: AcceptanceState) => string;
  /** How many contacts the bulk run has. */
  readonly rows: number;
  /** Milliseconds. */
  readonly now: () => number;
  readonly pause: (milliseconds: number) => Promise<void>;
  readonly pages: Pages;
  readonly startLocalHub: typeof startLocalHub;
}

/** A proof: it leaves the org as the next one needs it, also where it fails. */
export interface AcceptanceStep {
  readonly name: string;
  readonly part: Part;
  readonly title: string;
  /** Whether it can't be done in a local org, or proves nothing there, so that a local run leaves it out. */
  readonly needsSalesforce?: boolean;
  readonly run: (state: AcceptanceState, tools: AcceptanceTools) => Promise<AcceptanceEnd>;
}

/** A failure may have found out something, too. */
export type AcceptanceEnd =
  Exclude<StepEnd<AcceptanceState>, StepFailure> | (StepFailure & { readonly state?: AcceptanceState });

export function done(state: AcceptanceState, note: string): AcceptanceEnd {
  return { kind: 'done', note, state };
}

export function failed(message: string, todo: string, details: readonly string[] = []): StepFailure {
  return { kind: 'failed', message, details, todo };
}

/** Whether the org is one of this machine. */
export function isOfThisMachine({ demo }: AcceptanceState): boolean {
  return isLocalAddress(demo.url);
}

export function isLeftOut({ needsSalesforce = false }: AcceptanceStep, state: AcceptanceState): boolean {
  return needsSalesforce && isOfThisMachine(state);
}

/** A step whose failure is written down and does not keep the others from being tried. A later run does it again. */
export function independent(step: AcceptanceStep, tools: AcceptanceTools): Step<AcceptanceState> {
  const { name, title } = step;
  return {
    name,
    title,
    leaves: () => 'What was found out so far is in the ledger.',
    run: async (state) => {
      if (isDone(state, name)) return done(state, 'done before');
      if (isLeftOut(step, state)) return done(state, 'left out: it takes an org of Salesforce');
      const began = tools.now();
      const end = await attempt(step, state, tools);
      const seconds = Math.round((tools.now() - began) / 100) / 10;
      const row = { step: name, title, seconds };
      const after =
        end.kind === 'done'
          ? withStep(end.state, { ...row, result: 'done', note: end.note })
          : withStep(
              { ...(end.state ?? state), failures: [...state.failures, toRunFailure(title, end)] },
              { ...row, result: 'failed', note: end.message }
            );
      await tools.store.write(after);
      return done(after, end.kind === 'done' ? end.note : `failed: ${end.message}`);
    }
  };
}

/** An error is told like a refusal, as a bug in one proof is no reason to lose the results of the others. */
async function attempt(step: AcceptanceStep, state: AcceptanceState, tools: AcceptanceTools): Promise<AcceptanceEnd> {
  try {
    return await step.run(state, tools);
  } catch (error) {
    const [message = '', ...details] = (error instanceof Error ? (error.stack ?? error.message) : String(error)).split(
      '\n'
    );
    return failed(
      message,
      'run it again; if it fails in the same way, report it with these lines.',
      details.slice(0, 8)
    );
  }
}
