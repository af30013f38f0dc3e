import { parseTarget } from './componentTargets.ts';
import { readBundleConfigurations } from './lwcBundles.ts';
import type { SfdxProject } from './sfdxProject.ts';

/** A component that Flow Builder offers for screens, as its js-meta.xml describes it. */
export interface FlowScreenComponent {
  /** The bundle's name, without the namespace. */
  readonly bundle: string;
  /** What a flow may set and read; a property without a role is both. LWC: reference-configuration-tags, property. */
  readonly attributes: readonly { readonly name: string; readonly isInput: boolean; readonly isOutput: boolean }[];
}

/** The components of every package directory that are exposed to flow screens. */
export function readFlowScreenComponents(projects: readonly SfdxProject[]): FlowScreenComponent[] {
  return readBundleConfigurations(projects).flatMap(
    ([name, configuration]) => parseFlowScreenComponent(name, configuration) ?? []
  );
}

/** Reads one file's text; `undefined` for a component that flow screens don't take. */
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
