import { missingReference, type Problem } from '../../../engine/xml/problem.ts';
import { childrenOf, textOfChild, type XmlElement } from '../../../engine/xml/xml.ts';
import { keptOnly, type TypeRules } from './typeRules.ts';

/**
 * A list view of an object (`Contact.Requested`). Columns of standard fields are not checked, because they have their own codes
 * (`FULL_NAME`). Source: Metadata API, ListView.
 */
export const listView: TypeRules = keptOnly('00B', ({ fullName, xml }, { world }) => {
  const [objectName = ''] = fullName.split('.');
  const object = world.schema.object(objectName);
  if (object === undefined)
    return [{ problem: missingReference('fullName', 'CustomObject', objectName), ...xml.start }];
  const problemOf = (tag: string, name: string, { start }: XmlElement): Problem[] =>
    name.endsWith('__c') && world.schema.field(object, name) === undefined
      ? [{ problem: missingReference(tag, 'CustomField', `${objectName}.${name}`), ...start }]
      : [];
  return [
    ...childrenOf(xml, 'columns').flatMap((column) => problemOf('columns', column.text.trim(), column)),
    ...childrenOf(xml, 'filters').flatMap((filter) => problemOf('field', textOfChild(filter, 'field'), filter))
  ];
});
