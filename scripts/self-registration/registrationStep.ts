import type { Sf } from 'sf-cli/sf';
import type { Step, StepEnd } from '../shared/runSteps.ts';
import type { RegistrationState } from './registrationState.ts';

export type RegistrationStep = Step<RegistrationState>;
export type RegistrationEnd = StepEnd<RegistrationState>;

/** What the steps work with. */
export interface RegistrationTools {
  readonly sf: Sf;
  /** Where the site's settings are fetched to. */
  readonly folder: string;
  readonly dryRun: boolean;
  /** Resolves after so many milliseconds. */
  readonly pause: (milliseconds: number) => Promise<void>;
}

export function done(state: RegistrationState, note: string): RegistrationEnd {
  return { kind: 'done', note, state };
}
