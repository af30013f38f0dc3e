import { childOf, childrenOf, textOfChild, type XmlElement } from '../../xml/xml.ts';
import type { Resource } from '../model/resources.ts';
import {
  DATA_TYPES,
  filtersOf,
  isOn,
  named,
  numberOr,
  oneOf,
  orderOf,
  outputsOf,
  required,
  sortOf,
  textOrNull,
  valueOf,
  type Problems
} from './xmlValues.ts';

/** Reads variables, constants, formulas, text templates and choices, in this order. */
export function readResources(flow: XmlElement, problems: Problems): readonly Resource[] {
  const typed = (element: XmlElement) => ({
    ...named(element, problems),
    dataType: oneOf(element, 'dataType', DATA_TYPES, problems)
  });
  return [
    ...childrenOf(flow, 'variables').map((element): Resource => ({
      ...typed(element),
      kind: 'variable',
      objectType: textOrNull(element, 'objectType'),
      isCollection: isOn(element, 'isCollection'),
      isInput: isOn(element, 'isInput'),
      isOutput: isOn(element, 'isOutput'),
      scale: numberOr(element, 'scale', 0),
      value: valueOf(element)
    })),
    ...childrenOf(flow, 'constants').map((element): Resource => ({
      ...typed(element),
      kind: 'constant',
      value: valueOf(element)
    })),
    ...childrenOf(flow, 'formulas').map((element): Resource => ({
      ...typed(element),
      kind: 'formula',
      scale: numberOr(element, 'scale', 0),
      expression: textOfChild(element, 'expression')
    })),
    ...childrenOf(flow, 'textTemplates').map((element): Resource => ({
      ...named(element, problems),
      kind: 'textTemplate',
      text: childOf(element, 'text')?.text ?? '',
      isViewedAsPlainText: isOn(element, 'isViewedAsPlainText')
    })),
    ...childrenOf(flow, 'choices').map((element): Resource => ({
      ...typed(element),
      kind: 'choice',
      choiceText: textOfChild(element, 'choiceText'),
      value: valueOf(element)
    })),
    ...childrenOf(flow, 'dynamicChoiceSets').map((element) => readChoiceSet(element, problems))
  ];
}

/** A choice set with a picklist field is a picklist choice set, which has no object and no displayed field. */
function readChoiceSet(element: XmlElement, problems: Problems): Resource {
  const picklistField = textOrNull(element, 'picklistField');
  if (picklistField !== null) {
    return {
      ...named(element, problems),
      kind: 'picklistChoiceSet',
      object: required(element, 'picklistObject', problems),
      field: picklistField,
      sortOrder: orderOf(element, 'sortOrder')
    };
  }
  return {
    ...named(element, problems),
    kind: 'recordChoiceSet',
    dataType: oneOf(element, 'dataType', DATA_TYPES, problems),
    object: required(element, 'object', problems),
    filters: filtersOf(element, problems),
    displayField: required(element, 'displayField', problems),
    valueField: textOrNull(element, 'valueField'),
    sort: sortOf(element),
    limit: textOrNull(element, 'limit') === null ? null : numberOr(element, 'limit', 0),
    outputAssignments: outputsOf(element, 'outputAssignments', 'field', problems)
  };
}
