import type { BuildProblem } from '../../build/buildProblem.ts';

/** Why a component is not on its page. */
export interface ComponentProblem extends Omit<BuildProblem, 'file'> {
  /** The name of its bundle with the namespace: `c/contactCard`. */
  readonly name: string;
  /** The file at fault; null when the component failed while it ran. */
  readonly file: string | null;
}

/** What a page says of a bundle that other components import, and that is no component itself. */
export const NO_COMPONENT = 'It is a module without a component: there is nothing to open';

/** A bundle that could not be built. */
export class BundleError extends Error {
  readonly problem: ComponentProblem;

  constructor(problem: ComponentProblem) {
    super(problem.message);
    this.problem = problem;
  }
}

/** The problem of a component that could not be built, loaded, created or rendered. */
export function problemOf(name: string, error: unknown): ComponentProblem {
  return error instanceof BundleError
    ? error.problem
    : { name, message: messageOf(error), file: null, line: null, column: null, frame: null };
}

/** The message of an error, with the component inside the bundle's component that threw it. */
function messageOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const [thrower] = wcStackOf(error).slice(-1);
  return thrower === undefined ? error.message : `${thrower}: ${error.message}`;
}

/** LWC notes on an error the tags from the page down to the component that threw. */
function wcStackOf(error: Error): string[] {
  const stack: unknown = 'wcStack' in error ? error.wcStack : undefined;
  return typeof stack === 'string' ? stack.split(/\s+/u).filter((tag) => tag !== '') : [];
}
