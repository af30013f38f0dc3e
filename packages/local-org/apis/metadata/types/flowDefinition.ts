import { withActive } from '../../../engine/world/flowVersions.ts';
import { childOf, textOfChild } from '../../../engine/xml/xml.ts';
import type { TypeRules } from './typeRules.ts';

/**
 * Activates a version of a flow; 0 deactivates the flow. Source: Metadata API, FlowDefinition; texts as Gearset's blog quotes them
 * in "Flows and flow definitions".
 */
export const flowDefinition: TypeRules = {
  keyPrefix: '300',
  check: ({ fullName, xml }, { world }) => {
    const versions = world.metadata.flowVersions(fullName);
    const number = textOfChild(xml, 'activeVersionNumber');
    if (versions.length === 0) return [{ problem: 'You can’t create a flow definition directly through the API' }];
    const isKnown = ['', '0'].includes(number) || versions.some((version) => String(version.number) === number);
    return isKnown ? [] : [{ problem: `Invalid version number: ${number}` }];
  },
  apply: ({ fullName, xml }, { world: { metadata } }) => {
    if (childOf(xml, 'activeVersionNumber') === undefined) return;
    const number = Number(textOfChild(xml, 'activeVersionNumber'));
    metadata.setFlowVersions(fullName, withActive(metadata.flowVersions(fullName), number));
  }
};
