import type { DeployedComponent } from '../world/component.ts';
import type { FlowVersions } from '../world/flowVersions.ts';
import type { Flow } from './model.ts';
import { parseFlow } from './parse/parseFlow.ts';

/** The flow's active version, by API name without regard to case; undefined where none runs. */
export function activeFlow(versions: FlowVersions, name: string): Flow | undefined {
  const active = versions.get(name.toLowerCase())?.find(({ isActive }) => isActive);
  return active === undefined ? undefined : flowOf(active.component);
}

/** Every flow that runs, in the order of their names. */
export function activeFlows(versions: FlowVersions): readonly Flow[] {
  return [...versions.keys()].sort().flatMap((name) => activeFlow(versions, name) ?? []);
}

/** The flow's latest version, whether it runs or not. */
export function latestFlow(versions: FlowVersions, name: string): Flow | undefined {
  const latest = versions.get(name.toLowerCase())?.at(-1);
  return latest === undefined ? undefined : flowOf(latest.component);
}

const parsed = new WeakMap<DeployedComponent, Flow>();

/** The flow that a deployed file holds. */
export function flowOf(component: DeployedComponent): Flow {
  const known = parsed.get(component);
  if (known !== undefined) return known;
  const result = parseFlow(component.fullName, component.xml);
  if (!result.ok) throw new Error(`The flow ${component.fullName} was deployed, though it cannot run`);
  parsed.set(component, result.flow);
  return result.flow;
}
