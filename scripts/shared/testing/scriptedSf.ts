import { asTyped, type Sf, type SfAnswer } from 'sf-cli/sf';

/** What the CLI answers to commands that match; the first match counts, a list is answered one after the other. */
export type Script = readonly (readonly [RegExp, SfAnswer | readonly SfAnswer[]])[];

/** An sf CLI that answers by a script, and remembers what it was asked. */
export interface ScriptedSf {
  readonly sf: Sf;
  /** As typed, `sf org display`. */
  readonly commands: readonly string[];
}

export function scriptedSf(script: Script): ScriptedSf {
  const commands: string[] = [];
  const turns = new Map<RegExp, number>();
  return {
    commands,
    sf: (command) => {
      const typed = asTyped(command);
      commands.push(typed);
      const [pattern, answers] = script.find(([known]) => known.test(typed)) ?? [];
      if (pattern === undefined || answers === undefined) {
        return Promise.reject(new Error(`The script has no answer to: ${typed}`));
      }
      if (!isList(answers)) return Promise.resolve(answers);
      const turn = turns.get(pattern) ?? 0;
      turns.set(pattern, turn + 1);
      const answer = answers[Math.min(turn, answers.length - 1)];
      return answer === undefined ? Promise.reject(new Error(`No answers to: ${typed}`)) : Promise.resolve(answer);
    }
  };
}

function isList(answers: SfAnswer | readonly SfAnswer[]): answers is readonly SfAnswer[] {
  return Array.isArray(answers);
}

export function done(result: unknown): SfAnswer {
  return { kind: 'done', result };
}

export function refused(refusal: Partial<Extract<SfAnswer, { kind: 'refused' }>>): SfAnswer {
  return {
    kind: 'refused',
    command: 'sf …',
    exitCode: 1,
    name: '',
    message: '',
    actions: [],
    result: undefined,
    ...refusal
  };
}
