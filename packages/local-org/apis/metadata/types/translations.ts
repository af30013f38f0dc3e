import type { MetadataTransaction } from '../../../engine/org/metadataTransaction.ts';
import { missingReference, type Problem } from '../../../engine/xml/problem.ts';
import { childrenOf, textOfChild, type XmlElement } from '../../../engine/xml/xml.ts';
import { isLanguage } from './customLabels.ts';
import { keptOnly, type TypeRules } from './typeRules.ts';

/** The translations of a language; a label must exist before its translation. Source: Metadata API, Translations. */
export const translations: TypeRules = keptOnly('01h', ({ fullName, xml }, transaction) => {
  if (!isTranslated(fullName, transaction)) return [NOT_AVAILABLE];
  return missing(
    xml,
    'customLabels',
    (name) => transaction.world.metadata.component('CustomLabel', name) !== undefined,
    {
      field: 'name',
      type: 'CustomLabel'
    }
  );
});

/** The translations of an object in a language: `Contact-de`. Source: Metadata API, CustomObjectTranslation. */
export const customObjectTranslation: TypeRules = keptOnly('01h', ({ fullName, xml }, transaction) => {
  const [, objectName = fullName, language = ''] = /^(.+)-([^-]+)$/.exec(fullName) ?? [];
  const object = transaction.world.schema.object(objectName);
  if (object === undefined) return [{ problem: missingReference('fullName', 'CustomObject', objectName) }];
  if (!isTranslated(language, transaction)) return [NOT_AVAILABLE];
  return [
    ...['quickActions', 'webLinks'].flatMap((tag) => {
      const type = tag === 'webLinks' ? 'WebLink' : 'QuickAction';
      const isThere = (name: string): boolean =>
        transaction.world.metadata.component(type, `${objectName}.${name}`) !== undefined;
      return missing(xml, tag, isThere, { field: 'name', type, prefix: `${objectName}.` });
    }),
    ...missing(xml, 'fields', (name) => object.fields.has(name), {
      field: 'name',
      type: 'CustomField',
      prefix: `${objectName}.`
    })
  ];
});

/** The answer of an org without Translation Workbench, and the one for an unknown language. */
const NOT_AVAILABLE: Problem = { problem: 'Not available for deploy for this organization' };

function isTranslated(language: string, { world }: MetadataTransaction): boolean {
  return world.settings.translationWorkbench !== false && isLanguage(language);
}

function missing(
  xml: XmlElement,
  tag: string,
  isThere: (name: string) => boolean,
  { field, type, prefix = '' }: { readonly field: string; readonly type: string; readonly prefix?: string }
): Problem[] {
  return childrenOf(xml, tag).flatMap((element) => {
    const name = textOfChild(element, 'name');
    return isThere(name) ? [] : [{ problem: missingReference(field, type, prefix + name), ...element.start }];
  });
}
