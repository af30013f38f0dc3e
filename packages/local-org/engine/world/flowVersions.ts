import type { DeployedComponent } from './component.ts';

/** A version of a flow: each deploy that changes the flow adds one. Source: Metadata API, Flow, "File Suffix and Directory Location". */
export interface FlowVersion {
  /** From one. */
  readonly number: number;
  readonly component: DeployedComponent;
  /** At most one of a flow's versions is, and only that one runs. */
  readonly isActive: boolean;
}

/** The versions of a flow, oldest first; by its API name in lower case. */
export type FlowVersions = ReadonlyMap<string, readonly FlowVersion[]>;

/** The versions once the component is deployed: an active one takes the place of the active version, another one runs beside it. */
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

/** The versions with this one active; 0 for none. */
export function withActive(versions: readonly FlowVersion[], number: number): readonly FlowVersion[] {
  return versions.map((version) => ({ ...version, isActive: version.number === number }));
}
