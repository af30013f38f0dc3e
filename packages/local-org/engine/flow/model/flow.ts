import type { FlowElement } from './elements.ts';
import type { Resource } from './resources.ts';
import type { Start } from './start.ts';

/**
 * A flow as the local org runs it. Properties have the names of the file's elements, in the singular if the file repeats them.
 * Source: Metadata API Developer Guide, "Flow".
 */
export interface Flow {
  /** The API name, which is the name of the file. */
  readonly name: string;
  readonly label: string;
  readonly description: string;
  readonly interviewLabel: string;
  readonly processType: 'AutoLaunchedFlow' | 'Flow';
  readonly status: 'Active' | 'Draft' | 'Obsolete' | 'InvalidDraft';
  readonly apiVersion: number;
  readonly runInMode: 'DefaultMode' | 'SystemModeWithSharing' | 'SystemModeWithoutSharing';
  readonly isAdditionalPermissionRequiredToRun: boolean;
  /** From 1 to 2,000. It orders the flows that run at the same time of an object's save. */
  readonly triggerOrder: number;
  readonly start: Start;
  readonly resources: readonly Resource[];
  readonly elements: readonly FlowElement[];
}

/** The element with this API name. API names match without regard to case. */
export function elementOf(flow: Flow, name: string): FlowElement | undefined {
  return flow.elements.find((element) => isSameName(element.name, name));
}

/** The resource with this API name. API names match without regard to case. */
export function resourceOf(flow: Flow, name: string): Resource | undefined {
  return flow.resources.find((resource) => isSameName(resource.name, name));
}

export function isSameName(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}
