import { childrenOf, textOfChild, type XmlElement } from '../../xml/xml.ts';
import type { FaultyElement, FlowElement, RecordUpdate } from '../model/elements.ts';
import {
  connectorOf,
  fieldAssignmentsOf,
  filtersOf,
  isOn,
  named,
  outputsOf,
  required,
  sortOf,
  textOrNull,
  valueOf,
  type Problems
} from './xmlValues.ts';

/** Reads the elements that query or change records. */
export function readRecordElements(flow: XmlElement, problems: Problems): readonly FlowElement[] {
  const base = (element: XmlElement): FaultyElement => ({
    ...named(element, problems),
    label: textOfChild(element, 'label'),
    connector: connectorOf(element),
    faultConnector: connectorOf(element, 'faultConnector')
  });
  return [
    ...childrenOf(flow, 'recordLookups').map((element): FlowElement => ({
      ...base(element),
      kind: 'recordLookup',
      object: required(element, 'object', problems),
      filters: filtersOf(element, problems),
      getFirstRecordOnly: isOn(element, 'getFirstRecordOnly'),
      queriedFields: childrenOf(element, 'queriedFields').map(({ text }) => text.trim()),
      storeOutputAutomatically: isOn(element, 'storeOutputAutomatically'),
      outputReference: textOrNull(element, 'outputReference'),
      outputAssignments: outputsOf(element, 'outputAssignments', 'field', problems),
      assignNullValuesIfNoRecordsFound: isOn(element, 'assignNullValuesIfNoRecordsFound'),
      sort: sortOf(element),
      limit: valueOf(element, 'limit')
    })),
    ...childrenOf(flow, 'recordCreates').map((element): FlowElement => {
      const inputReference = textOrNull(element, 'inputReference');
      return {
        ...base(element),
        kind: 'recordCreate',
        storeOutputAutomatically: isOn(element, 'storeOutputAutomatically'),
        assignRecordIdToReference: textOrNull(element, 'assignRecordIdToReference'),
        source:
          inputReference === null
            ? {
                kind: 'fields',
                object: required(element, 'object', problems),
                inputAssignments: fieldAssignmentsOf(element, problems)
              }
            : { kind: 'reference', inputReference }
      };
    }),
    ...childrenOf(flow, 'recordUpdates').map((element): FlowElement => ({
      ...base(element),
      kind: 'recordUpdate',
      target: targetOf(element, problems),
      inputAssignments: fieldAssignmentsOf(element, problems)
    })),
    ...childrenOf(flow, 'recordDeletes').map((element): FlowElement => ({
      ...base(element),
      kind: 'recordDelete',
      target: targetOf(element, problems)
    }))
  ];
}

function targetOf(element: XmlElement, problems: Problems): RecordUpdate['target'] {
  const inputReference = textOrNull(element, 'inputReference');
  return inputReference === null
    ? { kind: 'filters', object: required(element, 'object', problems), filters: filtersOf(element, problems) }
    : { kind: 'reference', inputReference };
}
