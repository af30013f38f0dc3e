import type { Problem } from '../../xml/problem.ts';
import type { FlowInOrg } from './flowChecks.ts';
import { formulaProblems } from './formulas.ts';
import { fieldProblems } from './fieldReferences.ts';
import { referenceProblems } from './references.ts';
import { screenProblems } from './screens.ts';
import { structureProblems } from './structure.ts';

/** The problems of a flow, without those of its subflows: they may come later in the same deploy. */
export function flowProblems(subject: FlowInOrg): readonly Problem[] {
  return [
    ...structureProblems(subject),
    ...fieldProblems(subject),
    ...referenceProblems(subject),
    ...formulaProblems(subject),
    ...screenProblems(subject)
  ];
}
