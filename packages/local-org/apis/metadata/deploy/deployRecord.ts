import type { DeployOptions } from './deployOptions.ts';
import type { Person } from '../../../engine/access/person.ts';

/** Source: Metadata API, DeployResult, status. */
export type DeployStatus =
  'Pending' | 'InProgress' | 'Succeeded' | 'SucceededPartial' | 'Failed' | 'Canceling' | 'Canceled';

/** What became of one component. Source: Metadata API, DeployMessage. */
export interface DeployMessage {
  readonly componentType: string;
  readonly fullName: string;
  /** In the zip. */
  readonly fileName: string;
  readonly success: boolean;
  readonly created: boolean;
  readonly changed: boolean;
  readonly deleted: boolean;
  readonly id?: string;
  readonly problem?: string;
  readonly problemType?: 'Error' | 'Warning' | 'Info';
  readonly lineNumber?: number;
  readonly columnNumber?: number;
}

/** One request to deploy, from its queue to its end. Dates are ISO 8601 in UTC. */
export interface DeployRecord {
  readonly id: string;
  readonly person: Person;
  readonly options: DeployOptions;
  /** The validation that this quick deploy repeats. */
  readonly validatedDeployRequestId: string | null;
  readonly createdDate: string;
  /** Kept after the end only for a validation, which can be deployed in earnest. */
  zip: Uint8Array;
  status: DeployStatus;
  startDate: string | null;
  completedDate: string | null;
  lastModifiedDate: string;
  canceledBy: Person | null;
  /** A refusal of the whole, where no component is to blame. */
  errorMessage: string | null;
  componentsTotal: number;
  componentsDeployed: number;
  messages: readonly DeployMessage[];
}

/** Whether nothing more will happen to it. */
export function isDone({ status }: DeployRecord): boolean {
  switch (status) {
    case 'Pending':
    case 'InProgress':
    case 'Canceling':
      return false;
    case 'Succeeded':
    case 'SucceededPartial':
    case 'Failed':
    case 'Canceled':
      return true;
  }
}
