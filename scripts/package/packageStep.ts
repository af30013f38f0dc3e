import type { Sf } from 'sf-cli/sf';
import type { Json } from 'sf-cli/json';
import type { Build } from '../shared/product.ts';
import type { Step, StepEnd, StepFailure } from '../shared/runSteps.ts';
import type { InstalledOrg } from './installedOrg.ts';
import type { PackageOptions } from './options.ts';
import type { PackageState } from './packageState.ts';
import type { ProjectPackage } from './project.ts';
import type { StateStore } from '../shared/stateFile.ts';

/** What the steps work with. */
export interface PackageTools {
  /** Works on the copy of the project. */
  readonly sf: Sf;
  readonly build: Build;
  readonly options: PackageOptions;
  readonly store: StateStore<PackageState>;
  /** The folder of the project. */
  readonly root: string;
  /** The folder of its copy. */
  readonly copy: string;
  readonly project: Json;
  /** Each after those on which it depends. */
  readonly packages: readonly ProjectPackage[];
  /** Makes a user in the scratch org that got the packages. */
  readonly installed: InstalledOrgActions;
  /** Of an installed org, except for what the state knows. */
  readonly place: Pick<InstalledOrg, 'sf' | 'folder' | 'picture' | 'today'>;
  /** Resolves after so many milliseconds. */
  readonly pause: (milliseconds: number) => Promise<void>;
}

/** `installedOrg.ts`; tests hand in their own. */
export interface InstalledOrgActions {
  readonly prepare: (org: InstalledOrg) => Promise<StepFailure | null>;
  readonly enableContact: (org: InstalledOrg) => Promise<string | StepFailure>;
}

export type PackageStep = Step<PackageState>;
export type PackageEnd = StepEnd<PackageState>;

export function done(state: PackageState, note: string): PackageEnd {
  return { kind: 'done', note, state };
}

/** `--target-dev-hub` with what the options name. */
export function hubOf({ options: { devHub } }: PackageTools): readonly string[] {
  return devHub === undefined ? [] : ['--target-dev-hub', devHub];
}

/** The longest pause between two questions. */
const MOST = 30_000;

/**
 * Asks until the answer is final, at first every second and then less often. null after so many minutes, and a failure as
 * soon as one comes.
 */
export async function poll<Value>(
  ask: () => Promise<Value | StepFailure | 'under way'>,
  pause: PackageTools['pause'],
  minutes: number
): Promise<Value | StepFailure | null> {
  let wait = 1000;
  for (let waited = 0; waited <= minutes * 60_000; waited += wait, wait = Math.min(wait * 1.5, MOST)) {
    const answer = await ask();
    if (answer !== 'under way') return answer;
    await pause(wait);
  }
  return null;
}
