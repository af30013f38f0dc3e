import type { MetadataTransaction } from '../../../engine/org/metadataTransaction.ts';
import { isCustomMetadataType } from '../../../engine/schema/customMetadata.ts';
import { missingReference, type Problem } from '../../../engine/xml/problem.ts';
import { childOf, childrenOf, textOfChild, type XmlElement } from '../../../engine/xml/xml.ts';
import { keptOnly, type TypeRules } from './typeRules.ts';

/** A Lightning page: its object, its custom components and the actions that it names. Source: Metadata API, FlexiPage. */
export const flexiPage: TypeRules = keptOnly('0M0', ({ xml }, transaction) => {
  const object = childOf(xml, 'sobjectType');
  const isRecordPage = textOfChild(xml, 'type') === 'RecordPage';
  return [
    ...(object !== undefined && transaction.world.schema.object(object.text.trim()) === undefined
      ? [{ problem: missingReference('sobjectType', 'CustomObject', object.text.trim()), ...object.start }]
      : []),
    ...(isRecordPage && object === undefined ? [{ problem: 'Required field is missing: sobjectType' }] : []),
    ...descendants(xml, 'componentInstance').flatMap((instance) => componentProblems(instance, transaction))
  ];
});

function componentProblems(instance: XmlElement, transaction: MetadataTransaction): Problem[] {
  const element = childOf(instance, 'componentName');
  const [namespace, name] = splitName(element?.text.trim() ?? '');
  const isMissing =
    namespace === 'c' && transaction.world.metadata.component('LightningComponentBundle', name) === undefined;
  return [
    ...(isMissing
      ? [
          {
            problem: `We couldn't retrieve the design time component information for component c:${name}.`,
            ...(element ?? instance).start
          }
        ]
      : []),
    ...childrenOf(instance, 'componentInstanceProperties')
      .filter((property) => textOfChild(property, 'name') === 'actionNames')
      .flatMap((property) => descendants(property, 'value'))
      .flatMap((value) => actionProblem(value, transaction))
  ];
}

/** A custom component may be named without its namespace. */
function splitName(name: string): readonly [namespace: string, name: string] {
  const [namespace = '', own] = name.split(':');
  return own === undefined ? ['c', namespace] : [namespace, own];
}

/** Checks a custom action. Standard actions (`Edit`, `Contact.NewTask`) belong to the platform. */
function actionProblem(element: XmlElement, { world }: MetadataTransaction): Problem[] {
  const name = element.text.trim();
  const [object = '', action] = name.split('.');
  const isCustomAction = action !== undefined && action.includes('_') && world.schema.object(object) !== undefined;
  return isCustomAction && world.metadata.component('QuickAction', name) === undefined
    ? [{ problem: missingReference('QuickAction', 'QuickAction', name), ...element.start }]
    : [];
}

/** A page layout: `Contact-Contact Layout`, its fields and actions. Source: Metadata API, Layout. */
export const layout: TypeRules = keptOnly('00h', ({ fullName, xml }, transaction) => {
  const [named = ''] = fullName.split('-');
  // The layouts of person accounts have fields of Account.
  const objectName = named === 'PersonAccount' && transaction.world.features.personAccounts ? 'Account' : named;
  const object = transaction.world.schema.object(objectName);
  if (object === undefined) return [{ problem: missingReference('fullName', 'CustomObject', objectName) }];
  return [
    ...descendants(xml, 'layoutItems').flatMap((item): Problem[] => {
      const field = childOf(item, 'field');
      const name = field?.text.trim() ?? '';
      const isShown = transaction.world.schema.field(object, name) !== undefined || isOnlyOnLayouts(objectName, name);
      return field !== undefined && !isShown
        ? [{ problem: missingReference('field', 'CustomField', `${objectName}.${name}`), ...field.start }]
        : [];
    }),
    ...['quickActionName', 'actionName'].flatMap((tag) =>
      descendants(xml, tag).flatMap((element) => actionProblem(element, transaction))
    )
  ];
});

/** Layouts of custom metadata types have fields that no API lists. */
function isOnlyOnLayouts(objectName: string, field: string): boolean {
  return isCustomMetadataType(objectName) && ['CreatedById', 'IsProtected', 'LastModifiedById'].includes(field);
}

/** A tab of a Lightning web component, a Lightning page, an object or a URL. Source: Metadata API, CustomTab. */
export const customTab: TypeRules = keptOnly('01r', ({ fullName, xml }, { world }) => {
  const reference = (tag: string, type: string): Problem[] => {
    const element = childOf(xml, tag);
    const name = element?.text.trim() ?? '';
    return element === undefined || world.metadata.component(type, name) !== undefined
      ? []
      : [{ problem: missingReference(tag, type, name), ...element.start }];
  };
  const isLost = textOfChild(xml, 'customObject') === 'true' && world.schema.object(fullName) === undefined;
  return [
    ...reference('lwcComponent', 'LightningComponentBundle'),
    ...reference('flexiPage', 'FlexiPage'),
    ...(isLost ? [{ problem: missingReference('customObject', 'CustomObject', fullName) }] : [])
  ];
});

function descendants(element: XmlElement, name: string): XmlElement[] {
  return element.children.flatMap((child) => [...(child.name === name ? [child] : []), ...descendants(child, name)]);
}
