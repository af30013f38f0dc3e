import { childrenOf, textOfChild, type XmlElement } from '../../xml/xml.ts';
import type { ElementBase } from '../model/values.ts';
import type { FlowElement } from '../model/elements.ts';
import { readLogic } from './logic.ts';
import {
  conditionsOf,
  connectorOf,
  inputsOf,
  isOn,
  named,
  oneOf,
  orderOf,
  outputsOf,
  required,
  textOrNull,
  valueOf,
  type Problems
} from './xmlValues.ts';
import { readRecordElements } from './recordElements.ts';
import { readScreen } from './screens.ts';

/** Reads the elements of a flow. */
export function readElements(flow: XmlElement, problems: Problems): readonly FlowElement[] {
  const base = (element: XmlElement, connector = 'connector'): ElementBase => ({
    ...named(element, problems),
    label: textOfChild(element, 'label'),
    connector: connectorOf(element, connector)
  });
  return [
    ...childrenOf(flow, 'assignments').map((element): FlowElement => ({
      ...base(element),
      kind: 'assignment',
      items: childrenOf(element, 'assignmentItems').map((item) => ({
        at: item.start,
        assignToReference: required(item, 'assignToReference', problems),
        operator: oneOf(
          item,
          'operator',
          ['Assign', 'Add', 'AddAtStart', 'AssignCount', 'Subtract', 'RemoveAll', 'RemoveFirst'],
          problems
        ),
        value: valueOf(item)
      }))
    })),
    ...childrenOf(flow, 'decisions').map((element): FlowElement => ({
      ...base(element, 'defaultConnector'),
      kind: 'decision',
      defaultConnectorLabel: textOfChild(element, 'defaultConnectorLabel'),
      rules: childrenOf(element, 'rules').map((rule) => {
        const conditions = conditionsOf(rule, problems);
        return {
          ...named(rule, problems),
          label: textOfChild(rule, 'label'),
          logic: readLogic(rule, 'conditionLogic', conditions.length, problems),
          conditions,
          connector: connectorOf(rule),
          doesRequireRecordChangedToMeetCriteria: isOn(rule, 'doesRequireRecordChangedToMeetCriteria')
        };
      })
    })),
    ...childrenOf(flow, 'loops').map((element): FlowElement => ({
      ...base(element, 'noMoreValuesConnector'),
      kind: 'loop',
      collectionReference: required(element, 'collectionReference', problems),
      iterationOrder: orderOf(element, 'iterationOrder') ?? 'Asc',
      assignNextValueToReference: textOrNull(element, 'assignNextValueToReference'),
      nextValueConnector: connectorOf(element, 'nextValueConnector')
    })),
    ...readRecordElements(flow, problems),
    ...childrenOf(flow, 'screens').map((element) => readScreen(element, base(element), problems)),
    ...childrenOf(flow, 'subflows').map((element): FlowElement => ({
      ...base(element),
      kind: 'subflow',
      flowName: required(element, 'flowName', problems),
      inputAssignments: inputsOf(element, 'inputAssignments', problems),
      outputAssignments: outputsOf(element, 'outputAssignments', 'name', problems),
      storeOutputAutomatically: isOn(element, 'storeOutputAutomatically')
    }))
  ];
}
