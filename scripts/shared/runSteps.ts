/** What a command does, one thing after the other, and how it tells of it. */

export interface Step<State> {
  /** For programs, as `deploy`. */
  readonly name: string;
  /** For a person, as `Deploy the product`. */
  readonly title: string;
  readonly run: (state: State) => Promise<StepEnd<State>>;
}

export type StepEnd<State> =
  { readonly kind: 'done'; readonly note: string; readonly state: State } | ({ readonly kind: 'failed' } & Failure);

export interface Failure {
  /** What was said by whom it was asked of. */
  readonly message: string;
  readonly details: readonly string[];
  /** What to do about it. */
  readonly todo: string;
}

export interface StepReport {
  readonly step: string;
  readonly result: 'done' | 'failed';
  readonly note: string;
  readonly seconds: number;
}

export interface Run<State> {
  readonly state: State;
  readonly reports: readonly StepReport[];
  /** null when every step is done. */
  readonly failure: (Failure & { readonly step: string }) | null;
}

export interface Telling {
  /** A part of a line: a step's title is there before the step is done. */
  readonly write: (text: string) => void;
  /** Milliseconds. */
  readonly now: () => number;
}

/** Runs the steps in their order until one fails. */
export async function runSteps<State>(
  steps: readonly Step<State>[],
  start: State,
  { write, now }: Telling
): Promise<Run<State>> {
  const reports: StepReport[] = [];
  let state = start;
  for (const [index, { name, title, run }] of steps.entries()) {
    write(`${String(index + 1)}/${String(steps.length)} ${title} … `);
    const began = now();
    const end = await run(state);
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
        return { state, reports, failure: { step: title, message: end.message, details: end.details, todo: end.todo } };
    }
  }
  return { state, reports, failure: null };
}

/** For a person: which step, what was said, what to do. */
export function failureText({ step, message, details, todo }: Failure & { readonly step: string }): string {
  return [`${step} failed: ${message}`, ...details.map((detail) => `  ${detail}`), '', `What to do: ${todo}`].join(
    '\n'
  );
}
