import type { DeployedComponent } from './component.ts';

/**
 * A version of a flow. Each deploy that changes the flow adds one.
 * Source: Metadata API Developer Guide, "Flow", File Suffix and Directory Location.
 */
export interface FlowVersion {
  /** Counts from one. */
  readonly number: number;
  readonly component: DeployedComponent;
  /** A flow has at most one active version, and only that one runs. */
  readonly isActive: boolean;
}

/** The versions of each flow, oldest first, by the flow's API name in lower case. */
export type FlowVersions = ReadonlyMap<string, readonly FlowVersion[]>;

/** The versions after a deploy. If the new version is active, the one that was active before becomes inactive. */
export function withDeployed(
  versions: readonly FlowVersion[],
  component: DeployedComponent,
  isActive: boolean
): readonly FlowVersion[] {
  const last = versions.at(-1);
  const isKnown = last?.component === component;
  const before = isKnown ? versions.slice(0, -1) : versions;
  const number = isKnown ? last.number : (last?.number ?? 0) + 1;
  return [
    ...(isActive ? before.map((version) => ({ ...version, isActive: false })) : before),
    { number, component, isActive }
  ];
}

/** The versions after one of them was activated. The number 0 deactivates all. */
export function withActive(versions: readonly FlowVersion[], number: number): readonly FlowVersion[] {
  return versions.map((version) => ({ ...version, isActive: version.number === number }));
}
