import { isJson, listAt, parsedJson, textAt, valueAt, type Json } from 'sf-cli/json';
import { processOutput, type Output } from '../shared/commandLine.ts';
import type { StepFailure } from '../shared/runSteps.ts';

/** What one of our commands printed with `--json`. */
export interface CommandAnswer {
  readonly exitCode: number;
  readonly said: Json;
}

/** Runs one of our commands in this process, and reads what it prints. */
export async function answerOf(run: (output: Output) => Promise<number>): Promise<CommandAnswer> {
  let out = '';
  const exitCode = await run({ ...processOutput, write: (text) => (out += text), writeError: () => undefined });
  const said = parsedJson(out);
  return { exitCode, said: isJson(said) ? said : {} };
}

/** Why the command failed, in its own words. */
export function failureIn({ said }: CommandAnswer, command: string): StepFailure {
  const failure = valueAt(said, 'failure');
  return {
    kind: 'failed',
    message: `${command}: ${textAt(failure, 'message') || 'no result'}`,
    details: listAt(failure, 'details').filter((line) => typeof line === 'string'),
    todo: textAt(failure, 'todo') || `run ${command} by itself, which says more.`
  };
}
