import { toCommandLine, type Sf, type SfAnswer, type SfRefusal } from 'sf-cli/sf';

/** Answers for commands that match; the first match counts, and a list holds the answers of one call after the other. */
export type Script = readonly (readonly [RegExp, SfAnswer | readonly SfAnswer[]])[];

/** An sf CLI that answers by a script and records its commands. */
export interface ScriptedSf {
  readonly sf: Sf;
  /** Command lines, such as `sf org display`. */
  readonly commands: readonly string[];
}

/** `onCommand` is called before each answer. */
export function scriptedSf(script: Script, onCommand: () => void = () => undefined): ScriptedSf {
  const commands: string[] = [];
  const turns = new Map<RegExp, number>();
  return {
    commands,
    sf: (command) => {
      const line = toCommandLine(command);
      commands.push(line);
      onCommand();
      const [pattern, answers] = script.find(([expected]) => expected.test(line)) ?? [];
      if (pattern === undefined || answers === undefined) {
        return Promise.reject(new Error(`The script has no answer to: ${line}`));
      }
      if (!isList(answers)) return Promise.resolve(answers);
      const turn = turns.get(pattern) ?? 0;
      turns.set(pattern, turn + 1);
      const answer = answers[Math.min(turn, answers.length - 1)];
      return answer === undefined ? Promise.reject(new Error(`No answers to: ${line}`)) : Promise.resolve(answer);
    }
  };
}

function isList(answers: SfAnswer | readonly SfAnswer[]): answers is readonly SfAnswer[] {
  return Array.isArray(answers);
}

/** A refusal of the CLI with what a test says of it. */
export function sfRefusal(refusal: Partial<SfRefusal>): SfRefusal {
  return {
    kind: 'refused',
    command: 'sf …',
    exitCode: 1,
    code: '',
    message: '',
    actions: [],
    result: undefined,
    ...refusal
  };
}
