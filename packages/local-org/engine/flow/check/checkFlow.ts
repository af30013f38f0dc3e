import type { Problem } from '../../xml/problem.ts';
import type { FlowInOrg } from './flowChecks.ts';
import { formulaProblems } from './formulas.ts';
import { recordProblems } from './fieldReferences.ts';
import { referenceProblems } from './references.ts';
import { screenProblems } from './screens.ts';
import { structureProblems } from './structure.ts';

export type { FlowInOrg } from './flowChecks.ts';
export { subflowProblems } from './subflows.ts';

/** What refuses a flow that could be read, but for the flows that it calls: those may come later in the same deploy. */
export function flowProblems(subject: FlowInOrg): readonly Problem[] {
  return [
    ...structureProblems(subject),
    ...recordProblems(subject),
    ...referenceProblems(subject),
    ...formulaProblems(subject),
    ...screenProblems(subject)
  ];
}
