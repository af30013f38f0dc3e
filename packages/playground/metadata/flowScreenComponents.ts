import { parseTarget } from './componentTargets.ts';
import { readBundleConfigurations } from './lwcBundles.ts';
import type { SfdxProject } from './sfdxProject.ts';

/** A component that Flow Builder offers for screens, as described by its js-meta.xml. */
export interface FlowScreenComponent {
  /** The bundle's name, without the namespace. */
  readonly bundle: string;
  /**
   * The properties that a flow can set and read. One without a role is for both. LWC Guide:
   * reference-configuration-tags, property.
   */
  readonly attributes: readonly { readonly name: string; readonly isInput: boolean; readonly isOutput: boolean }[];
}

/** Reads the components of every package directory that are exposed to flow screens. */
export function readFlowScreenComponents(projects: readonly SfdxProject[]): FlowScreenComponent[] {
  return readBundleConfigurations(projects).flatMap(
    ([name, configuration]) => parseFlowScreenComponent(name, configuration) ?? []
  );
}

/** Reads the text of a js-meta.xml. Returns `undefined` when the component is not exposed to flow screens. */
export function parseFlowScreenComponent(bundle: string, xml: string): FlowScreenComponent | undefined {
  const target = parseTarget(xml, 'lightning__FlowScreen');
  return target === undefined
    ? undefined
    : {
        bundle,
        attributes: target.properties.map(({ name, role }) => ({
          name,
          isInput: role !== 'outputOnly',
          isOutput: role !== 'inputOnly'
        }))
      };
}
