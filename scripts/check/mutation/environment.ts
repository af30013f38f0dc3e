import NodeEnvironment from '../jest/nodeEnvironment.ts';

/** Stryker puts the number of the mutant, and the test that is running, where the mutants look for them. */
export default class MutationEnvironment extends NodeEnvironment {
  override readonly global = globalThis;
}
