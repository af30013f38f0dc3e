import type { DeployedComponent, SourceComponent } from '../world/component.ts';
import type { FlowVersions } from '../world/flowVersions.ts';
import type { XmlElement } from '../xml/xml.ts';
import type { Flow } from './model/flow.ts';
import { parseFlow, type ParsedFlow } from './parse/parseFlow.ts';

/** The active version of a flow; undefined if none is active. API names match without regard to case. */
export function activeFlow(versions: FlowVersions, name: string): Flow | undefined {
  const active = versions.get(name.toLowerCase())?.find(({ isActive }) => isActive);
  return active === undefined ? undefined : flowOf(active.component);
}

/** The active versions of all flows, in the order of their names. */
export function activeFlows(versions: FlowVersions): readonly Flow[] {
  return [...versions.keys()].sort().flatMap((name) => activeFlow(versions, name) ?? []);
}

/** The latest version of a flow, active or not. */
export function latestFlow(versions: FlowVersions, name: string): Flow | undefined {
  const latest = versions.get(name.toLowerCase())?.at(-1);
  return latest === undefined ? undefined : flowOf(latest.component);
}

/** The flow of a deployed component. */
export function flowOf(component: DeployedComponent): Flow {
  const parsed = readFlow(component);
  if (!parsed.ok) throw new Error(`The flow ${component.fullName} was deployed, though it cannot run`);
  return parsed.flow;
}

/** A deploy passes its parsed XML on to the component and the version, so one parse serves its checks and every run. */
const parsedFlows = new WeakMap<XmlElement, ParsedFlow>();

/** The flow of a component, or the problems of its file. */
export function readFlow({ fullName, xml }: Pick<SourceComponent, 'fullName' | 'xml'>): ParsedFlow {
  const parsed = parsedFlows.get(xml) ?? parseFlow(fullName, xml);
  parsedFlows.set(xml, parsed);
  return parsed;
}
