import NodeEnvironment from '../jest/nodeEnvironment.ts';

/** The part of an event of jest-circus that is used. */
interface TestEvent {
  readonly name: string;
  readonly test?: { mode?: unknown; readonly errors: readonly unknown[] };
}

/** The mutant that a test has noticed. It needs no further test. */
let noticed: string | undefined;

/** Stryker puts the number of the mutant, and the test that is running, where the mutants look for them. */
export default class MutationEnvironment extends NodeEnvironment {
  override readonly global = globalThis;

  handleTestEvent({ name, test }: TestEvent): void {
    const mutant = process.env['__STRYKER_ACTIVE_MUTANT__'];
    if (mutant === undefined || test === undefined) return;
    if (name === 'test_done' && test.errors.length > 0) noticed = mutant;
    if (name === 'test_start' && noticed === mutant) test.mode = 'skip';
  }
}
