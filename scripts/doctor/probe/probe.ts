import type { Group } from '../finding.ts';
import type { Org } from '../org.ts';
import type { Reading } from '../reading/reading.ts';

export interface ProbeOptions {
  readonly org: Org;
  readonly reading: Reading;
  /** null asks nobody. */
  readonly ask: ((question: string) => Promise<string>) | null;
  readonly now: Date;
}

export async function probe(_: ProbeOptions): Promise<Group> {
  return Promise.resolve({ title: 'Probe', findings: [] });
}
