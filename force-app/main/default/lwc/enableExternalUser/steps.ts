import { fill, labels } from 'c/externalUserLabels';
import type { Finding } from 'c/externalUserRules';

export type Stage = 'prerequisites' | 'details' | 'creating' | 'outcome';

const STAGES: readonly (readonly [stage: Stage, name: string])[] = [
  ['prerequisites', labels.stepPrerequisites],
  ['details', labels.stepDetails],
  ['creating', labels.stepCreate],
  ['outcome', labels.stepDone]
];

function positionOf(stage: Stage): number {
  return STAGES.findIndex(([value]) => value === stage);
}

/** The steps by name; those that are behind and the present one are marked as reached. */
export function stepsAt(stage: Stage) {
  const position = positionOf(stage);
  return STAGES.map(([, name], index) => ({
    name,
    current: index === position ? 'step' : null,
    className: index <= position ? 'step reached' : 'step'
  }));
}

/** The parts of the screen. A contact that already has a user is not enabled: its user is shown instead of steps. */
export function partsAt(stage: Stage, hasUser: boolean) {
  const first = stage === 'prerequisites';
  const status = first && hasUser;
  return {
    first,
    status,
    steps: !status,
    prerequisites: first && !hasUser,
    details: stage === 'details',
    creating: stage === 'creating',
    outcome: stage === 'outcome'
  };
}

/** "Step 2 of 4: Details" */
export function headingOf(stage: Stage): string {
  const position = positionOf(stage);
  return fill(labels.stepOf, [String(position + 1), STAGES[position]?.[1] ?? '']);
}

/** A sentence with the number of blocked prerequisites. */
export function summaryOf(findings: readonly Finding[]): string {
  const blocked = findings.filter(({ status }) => status === 'blocked').length;
  if (blocked === 0) {
    return labels.clearSummary;
  }
  return blocked === 1 ? labels.blockedOne : fill(labels.blockedSummary, [String(blocked)]);
}
