import type { MetadataTransaction } from '../../../engine/org/metadataTransaction.ts';
import type { SourceComponent } from '../../../engine/world/component.ts';
import { missingReference, type Problem } from '../../../engine/xml/problem.ts';
import { childOf, childrenOf, textOfChild } from '../../../engine/xml/xml.ts';
import type { TypeRules } from './typeRules.ts';
import { notModelled } from '../../../engine/schema/notModelled.ts';

/**
 * An action of an object (`Contact.Enable`) that opens a Lightning web component; other types of action are not modelled.
 * Source: Metadata API, QuickAction; LWC Guide, "Configure a Component for Quick Actions".
 */
export const quickAction: TypeRules = {
  keyPrefix: '09D',
  check: (component, transaction) => {
    const { fullName, xml } = component;
    const type = textOfChild(xml, 'type');
    if (type !== 'LightningWebComponent') {
      return [{ problem: notModelled(`QuickAction of type ${type} is not supported`) }];
    }
    const [objectName = '', actionName] = fullName.split('.');
    if (actionName === undefined) {
      return [{ problem: 'You can’t use a Lightning web component as a global quick action.' }];
    }
    if (transaction.world.schema.object(objectName) === undefined) {
      return [{ problem: missingReference('targetObject', 'CustomObject', objectName) }];
    }
    if (textOfChild(xml, 'label') === '' && childOf(xml, 'standardLabel') === undefined) {
      return [{ problem: 'Required field is missing: label' }];
    }
    return bundleProblems(component, transaction);
  }
};

/** Checks the bundle of an action. The text about a missing bundle is an org's; the one about its target is ours. */
function bundleProblems({ xml }: SourceComponent, transaction: MetadataTransaction): Problem[] {
  const element = childOf(xml, 'lightningWebComponent');
  if (element === undefined) return [{ problem: 'Required field is missing: lightningWebComponent' }];
  const name = element.text.trim().replace(/^c:/, '');
  const bundle = transaction.world.metadata.component('LightningComponentBundle', name);
  if (bundle === undefined) {
    const problem = `Unable to retrieve lightning web component by namespace/developer name : ${name}`;
    return [{ problem, ...element.start }];
  }
  const isExposed = textOfChild(bundle.xml, 'isExposed') === 'true';
  const targets = childrenOf(bundle.xml, 'targets').flatMap((list) => childrenOf(list, 'target'));
  return isExposed && targets.some(({ text }) => text.trim() === 'lightning__RecordAction')
    ? []
    : [{ problem: `The component c:${name} is not exposed to the target lightning__RecordAction`, ...element.start }];
}
