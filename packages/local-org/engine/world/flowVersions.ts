import type { DeployedComponent } from './component.ts';

/**
 * A version of a flow. Each deploy that changes the flow adds one.
 * Source: Metadata API Developer Guide, "Flow", File Suffix and Directory Location.
 */
export interface FlowVersion {
  /** The id of the flow for its first version, and an id of its own for each later one. */
  readonly id: string;
  /** Counts from one. */
  readonly number: number;
  readonly component: DeployedComponent;
  /** A flow has at most one active version, and only that one runs. */
  readonly isActive: boolean;
}

/** The versions of each flow, oldest first, by the flow's API name in lower case. */
export type FlowVersions = ReadonlyMap<string, readonly FlowVersion[]>;

/** A flow as it was deployed. */
export interface DeployedFlow {
  readonly component: DeployedComponent;
  /** Whether its status is Active. */
  readonly wantsActive: boolean;
  /** Whether the org activates such a flow [F-133]. */
  readonly activates: boolean;
  readonly newId: () => string;
}

/**
 * The versions after a deploy. If the new version is active, the one that was active before becomes inactive. Where the org
 * doesn't activate a new version, the active one goes on, and the same file once more changes nothing.
 */
export function withDeployed(
  versions: readonly FlowVersion[],
  { component, wantsActive, activates, newId }: DeployedFlow
): readonly FlowVersion[] {
  const last = versions.at(-1);
  const known = last?.component === component ? last : undefined;
  if (known !== undefined && wantsActive && !activates) return versions;
  const isActive = wantsActive && activates;
  const before = known === undefined ? versions : versions.slice(0, -1);
  const id = known?.id ?? (last === undefined ? component.id : newId());
  const number = known?.number ?? (last?.number ?? 0) + 1;
  return [
    ...(isActive ? before.map((version) => ({ ...version, isActive: false })) : before),
    { id, number, component, isActive }
  ];
}

/** The versions after one of them was activated. The number 0 deactivates all. */
export function withActive(versions: readonly FlowVersion[], number: number): readonly FlowVersion[] {
  return versions.map((version) => ({ ...version, isActive: version.number === number }));
}
