import { LightningElement } from 'lwc';
import type { ComponentProblem } from '../../platform/componentProblem.ts';

/** Draws a problem in the place of a component inside another one. */
export default class FailedComponent extends LightningElement {
  problem: ComponentProblem | null = null;
}

/** The component of a bundle that could not be built. Components that have it in their template still run. */
export function failedComponent(problem: ComponentProblem): typeof LightningElement {
  return class extends FailedComponent {
    static readonly problem = problem;
    override problem = problem;
  };
}
