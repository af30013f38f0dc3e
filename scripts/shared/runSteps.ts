import type { Output } from './commandLine.ts';

/** What a command does step by step, and how it reports on each step. */

export interface Step<State> {
  /** For programs, such as `deploy`. */
  readonly name: string;
  /** For a person, such as `Deploy the product`. */
  readonly title: string;
  readonly run: (state: State) => Promise<StepEnd<State>>;
  /** A sentence: what a signal during the step leaves behind. */
  readonly leaves?: (state: State) => string;
}

export type StepEnd<State> = { readonly kind: 'done'; readonly note: string; readonly state: State } | StepFailure;

export interface StepFailure {
  readonly kind: 'failed';
  /** In the words of the program or the org that refused. */
  readonly message: string;
  readonly details: readonly string[];
  /** What to do about it. */
  readonly todo: string;
}

/** For programs: one step that was run. */
export interface StepReport {
  readonly step: string;
  readonly result: 'done' | 'failed';
  readonly note: string;
  readonly seconds: number;
}

/** For programs: the step that stopped the command. */
export interface RunFailure extends Omit<StepFailure, 'kind'> {
  /** Its title. */
  readonly step: string;
}

export interface Run<State> {
  readonly state: State;
  readonly reports: readonly StepReport[];
  /** null when every step is done. */
  readonly failure: RunFailure | null;
}

export interface StepOutput {
  /** Gets parts of a line, as a step's title is shown before the step is done. */
  readonly write: (text: string) => void;
  /** Milliseconds. */
  readonly now: () => number;
  readonly whenInterrupted: Output['whenInterrupted'];
  /** A sentence: how the command goes on after a signal. */
  readonly again: string;
}

/** Of steps that are a part of another step, which shows its own title and says what a signal leaves behind. */
export const WITHIN_A_STEP: StepOutput = {
  write: () => undefined,
  now: () => 0,
  whenInterrupted: () => () => undefined,
  again: ''
};

/** Runs the steps in order until one fails. */
export async function runSteps<State>(
  steps: readonly Step<State>[],
  start: State,
  { write, now, whenInterrupted, again }: StepOutput
): Promise<Run<State>> {
  const reports: StepReport[] = [];
  let state = start;
  for (const [index, { name, title, run, leaves }] of steps.entries()) {
    write(`${String(index + 1)}/${String(steps.length)} ${title} … `);
    const began = now();
    const stateBefore = state;
    const release = whenInterrupted(() =>
      [
        `Interrupted at step ${String(index + 1)} of ${String(steps.length)}, “${title}”.`,
        ...(leaves === undefined ? [] : [leaves(stateBefore)]),
        again
      ].join(' ')
    );
    const end = await run(state).finally(release);
    const seconds = Math.round((now() - began) / 100) / 10;
    switch (end.kind) {
      case 'done':
        write(`${seconds.toFixed(1)} s\n${end.note === '' ? '' : `    ${end.note}\n`}`);
        reports.push({ step: name, result: 'done', note: end.note, seconds });
        state = end.state;
        break;
      case 'failed':
        write(`failed after ${seconds.toFixed(1)} s\n`);
        reports.push({ step: name, result: 'failed', note: '', seconds });
        return { state, reports, failure: toRunFailure(title, end) };
    }
  }
  return { state, reports, failure: null };
}

export function toRunFailure(step: string, { message, details, todo }: StepFailure): RunFailure {
  return { step, message, details, todo };
}

/** For a person: the step, why it failed, and what to do. */
export function failureText({ step, message, details, todo }: RunFailure): string {
  return [`${step} failed: ${message}`, ...details.map((detail) => `  ${detail}`), '', `What to do: ${todo}`].join(
    '\n'
  );
}
