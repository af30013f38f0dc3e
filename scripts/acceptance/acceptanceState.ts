import { isJson, listAt, numberAt, textAt, valueAt } from 'sf-cli/json';
import { NOTHING_DONE, stateIn, type DemoState } from '../scratch-org/main.ts';
import type { RunFailure } from '../shared/runSteps.ts';
import { stateFile, type StateFile } from '../shared/stateFile.ts';
import type { FactRow, LedgerOrg, Picture, StepRow } from './ledger/ledger.ts';

/** How far the acceptance of one alias is, kept between runs. */
export interface AcceptanceState {
  /** The org, and what was put into it. */
  readonly demo: DemoState;
  /** The day on which it began: `2026-11-30`; empty before. */
  readonly date: string;
  /** null until the org was asked what it is. */
  readonly org: LedgerOrg | null;
  readonly facts: readonly FactRow[];
  /** The steps that have a result. */
  readonly steps: readonly StepRow[];
  readonly pictures: readonly Picture[];
  /** Of this run only: a later run does these steps again. */
  readonly failures: readonly RunFailure[];
}

export const NOTHING_ACCEPTED: AcceptanceState = {
  demo: NOTHING_DONE,
  date: '',
  org: null,
  facts: [],
  steps: [],
  pictures: [],
  failures: []
};

/** The state with a step's result in the place of an earlier one. */
export function withStep(state: AcceptanceState, row: StepRow): AcceptanceState {
  return { ...state, steps: [...state.steps.filter(({ step }) => step !== row.step), row] };
}

export function isDone({ steps }: AcceptanceState, name: string): boolean {
  return steps.some(({ step, result }) => step === name && result === 'done');
}

/** Keeps the state of the acceptance of one alias. */
export function acceptanceStore(folder: string, alias: string): StateFile<AcceptanceState> {
  return stateFile(folder, alias, acceptanceIn, NOTHING_ACCEPTED);
}

function acceptanceIn(value: unknown): AcceptanceState {
  const org = valueAt(value, 'org');
  return {
    demo: stateIn(valueAt(value, 'demo')),
    date: textAt(value, 'date'),
    org: isJson(org) ? orgIn(org) : null,
    facts: listAt(value, 'facts').map(factIn),
    steps: listAt(value, 'steps').map(stepIn),
    pictures: listAt(value, 'pictures').map((one) => ({ title: textAt(one, 'title'), file: textAt(one, 'file') })),
    failures: []
  };
}

function orgIn(value: unknown): LedgerOrg {
  return {
    kind: textAt(value, 'kind') === 'scratch' ? 'scratch' : 'local',
    edition: textAt(value, 'edition'),
    release: textAt(value, 'release'),
    apiVersion: textAt(value, 'apiVersion')
  };
}

function factIn(value: unknown): FactRow {
  const outcome = textAt(value, 'outcome');
  return {
    fact: textAt(value, 'fact'),
    question: textAt(value, 'question'),
    expected: textAt(value, 'expected'),
    localOrg: textOrNull(valueAt(value, 'localOrg')),
    thisOrg: textOrNull(valueAt(value, 'thisOrg')),
    outcome: outcome === 'same' || outcome === 'differs' || outcome === 'notProbed' ? outcome : 'failed',
    note: textAt(value, 'note'),
    seconds: numberAt(value, 'seconds') ?? 0
  };
}

function stepIn(value: unknown): StepRow {
  return {
    step: textAt(value, 'step'),
    title: textAt(value, 'title'),
    result: textAt(value, 'result') === 'done' ? 'done' : 'failed',
    note: textAt(value, 'note'),
    seconds: numberAt(value, 'seconds') ?? 0
  };
}

function textOrNull(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}
