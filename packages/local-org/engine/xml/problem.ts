/** What is wrong with one component, in an org's words. Line and column count from one and are known for some only. */
export interface Problem {
  readonly problem: string;
  readonly line?: number;
  readonly column?: number;
  /** In the zip, where it is not the component's own file. */
  readonly fileName?: string;
  /** An error where it says nothing. */
  readonly problemType?: 'Error' | 'Warning' | 'Info';
}

/** A reference that leads nowhere, in an org's words: `In field: field - no CustomField named Contact.Foo__c found`. */
export function missingReference(field: string, type: string, fullName: string): string {
  return `In field: ${field} - no ${type} named ${fullName} found`;
}
