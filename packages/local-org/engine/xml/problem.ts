import { notModelledIf } from '../schema/notModelled.ts';
import { isUnmodelledPath } from '../schema/unmodelledNames.ts';

/** A problem of one component, in the words of an org. Line and column count from one, and not every problem has them. */
export interface Problem {
  readonly problem: string;
  readonly line?: number;
  readonly column?: number;
  /** A path in the zip, if the problem is not in the component's own file. */
  readonly fileName?: string;
  /** `Error` by default. */
  readonly problemType?: 'Error' | 'Warning' | 'Info';
}

/** The words of an org for a reference to a missing component: `In field: field - no CustomField named Contact.Foo__c found`. */
export function missingReference(field: string, type: string, fullName: string): string {
  return notModelledIf(isUnmodelledPath(fullName), `In field: ${field} - no ${type} named ${fullName} found`);
}
