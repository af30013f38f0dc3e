import type { Person } from '../../../engine/access/person.ts';
import type { DeployOptions } from './deployOptions.ts';

/** Source: Metadata API, DeployResult, status. */
export type DeployStatus =
  'Pending' | 'InProgress' | 'Succeeded' | 'SucceededPartial' | 'Failed' | 'Canceling' | 'Canceled';

/** The outcome of one component. Source: Metadata API, DeployMessage. */
export interface DeployMessage {
  readonly componentType: string;
  readonly fullName: string;
  /** The path in the zip. */
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

/** One deploy, from the queue to its end. Dates are ISO 8601 in UTC. */
export interface DeployRecord {
  readonly id: string;
  readonly person: Person;
  readonly options: DeployOptions;
  /** The validation that a quick deploy repeats. */
  readonly validatedDeployRequestId: string | null;
  readonly createdDate: string;
  /** Kept after the end only for a validation, because a quick deploy may need it. */
  zip: Uint8Array;
  status: DeployStatus;
  startDate: string | null;
  completedDate: string | null;
  lastModifiedDate: string;
  canceledBy: Person | null;
  /** An error of the whole deploy, which no component has caused. */
  errorMessage: string | null;
  componentsTotal: number;
  componentsDeployed: number;
  messages: readonly DeployMessage[];
}

/** Whether a deploy has ended. */
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
