import { LightningElement, api } from 'lwc';
import type { ComponentProblem as Problem } from '../../platform/componentProblem.ts';
import { isRefusal } from '../../platform/refusals.ts';

/** What stands on a page instead of a component that failed: its name, the file and the cause. */
export default class ComponentProblem extends LightningElement {
  @api problem: Problem | null = null;

  get heading(): string {
    const end = isRefusal(this.message) ? 'was refused' : 'failed';
    return `The component ${this.problem?.name ?? ''} ${end}`;
  }

  get message(): string {
    return this.problem?.message ?? '';
  }

  /** `force-app/…/card.ts:3:8`, or empty for a component that failed while it ran. */
  get place(): string {
    const { file = null, line = null, column = null } = this.problem ?? {};
    return [file, line, column].filter((part) => part !== null).join(':');
  }

  get frame(): string {
    return this.problem?.frame ?? '';
  }
}
