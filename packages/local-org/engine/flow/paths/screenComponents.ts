import { childrenOf } from '../../xml/xml.ts';
import type { FormulaType } from '../formula/expression.ts';
import { valueType, type FlowOrg, type PathType } from './pathType.ts';
import type { ObjectSchema } from '../../schema/objectSchema.ts';

/** A property of a screen component, as its configuration file defines it. */
interface ComponentProperty {
  readonly name: string;
  readonly type: PathType;
  readonly isInput: boolean;
  readonly isOutput: boolean;
}

/** The properties of a component (`c:card`) for flow screens; null if there is no such component, or it is not exposed to screens. */
export function componentProperties(
  { metadata, schema }: FlowOrg,
  extension: string
): readonly ComponentProperty[] | null {
  const bundle = metadata.component('LightningComponentBundle', extension.replace(/^c:/, ''));
  if (bundle === undefined || !extension.startsWith('c:')) return null;
  const targets = childrenOf(bundle.xml, 'targets').flatMap((list) => childrenOf(list, 'target'));
  if (!targets.some(({ text }) => text.trim() === 'lightning__FlowScreen')) return null;
  return childrenOf(bundle.xml, 'targetConfigs')
    .flatMap((list) => childrenOf(list, 'targetConfig'))
    .filter(({ attributes }) =>
      (attributes['targets'] ?? '').split(',').some((name) => name.trim() === 'lightning__FlowScreen')
    )
    .flatMap((config) => childrenOf(config, 'property'))
    .map(({ attributes: { name = '', type = '', role = '' } }) => ({
      name,
      type: propertyType(schema.object(type.replace(/\[\]$/, '').replace(/^@salesforce\/schema\//, '')), type),
      isInput: role !== 'outputOnly',
      isOutput: role !== 'inputOnly'
    }));
}

/** The type of a property: `String`, `String[]`, `@salesforce/schema/Contact[]`. Source: LWC Developer Guide, "lightning__FlowScreen Target". */
function propertyType(object: ObjectSchema | undefined, type: string): PathType {
  const isCollection = type.endsWith('[]');
  if (object !== undefined) return { kind: 'record', object, isCollection };
  return valueType(PROPERTY_TYPES[type.replace(/\[\]$/, '')] ?? 'Text', isCollection);
}

const PROPERTY_TYPES: Readonly<Record<string, FormulaType>> = {
  Boolean: 'Boolean',
  Date: 'Date',
  DateTime: 'DateTime',
  Integer: 'Number'
};
