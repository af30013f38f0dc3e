import { fill, labels } from 'c/externalUserLabels';

export type Stage = 'prerequisites' | 'details' | 'creating' | 'outcome';

const STAGES: readonly { readonly value: Stage; readonly label: string }[] = [
  { value: 'prerequisites', label: labels.stepPrerequisites },
  { value: 'details', label: labels.stepDetails },
  { value: 'creating', label: labels.stepCreate },
  { value: 'outcome', label: labels.stepDone }
];

/** The steps as the progress indicator takes them. */
export const steps = STAGES;

/** "Step 2 of 4: Details" */
export function headingOf(stage: Stage): string {
  const index = STAGES.findIndex(({ value }) => value === stage);
  return fill(labels.stepOf, [String(index + 1), STAGES[index]?.label ?? '']);
}
