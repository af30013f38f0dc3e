import type { Problem } from '../../xml/problem.ts';
import type { XmlElement } from '../../xml/xml.ts';
import { notModelled } from '../../schema/notModelled.ts';

/** Parts of every element: its description, and its place on the canvas. */
const EVERYWHERE: readonly string[] = ['description', 'locationX', 'locationY', 'processMetadataValues'];

/** The supported parts of each XML element. Any other part is refused by name. */
const PARTS: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  Object.entries({
    Flow: 'apiVersion areMetricsLoggedToDataCloud assignments choices constants customProperties decisions description dynamicChoiceSets environments formulas fullName interviewLabel isAdditionalPermissionRequiredToRun isTemplate label loops processType recordCreates recordDeletes recordLookups recordUpdates runInMode screens start startElementReference status subflows textTemplates triggerOrder variables',
    start:
      'connector doesRequireRecordChangedToMeetCriteria filterFormula filterLogic filters object recordTriggerType scheduledPaths triggerType',
    scheduledPaths: 'connector label maxBatchSize name offsetNumber offsetUnit pathType recordField timeSource',
    variables: 'dataType isCollection isInput isOutput name objectType scale value',
    constants: 'dataType name value',
    formulas: 'dataType expression name scale',
    textTemplates: 'isViewedAsPlainText name text',
    choices: 'choiceText dataType name value',
    dynamicChoiceSets:
      'dataType displayField filterLogic filters limit name object outputAssignments picklistField picklistObject sortField sortOrder valueField',
    recordLookups:
      'assignNullValuesIfNoRecordsFound connector faultConnector filterLogic filters getFirstRecordOnly label limit name object outputAssignments outputReference queriedFields sortField sortOrder storeOutputAutomatically',
    recordCreates:
      'assignRecordIdToReference connector faultConnector inputAssignments inputReference label name object storeOutputAutomatically',
    recordUpdates: 'connector faultConnector filterLogic filters inputAssignments inputReference label name object',
    recordDeletes: 'connector faultConnector filterLogic filters inputReference label name object',
    decisions: 'defaultConnector defaultConnectorLabel label name rules',
    rules: 'conditionLogic conditions connector doesRequireRecordChangedToMeetCriteria label name',
    assignments: 'assignmentItems connector label name',
    loops:
      'assignNextValueToReference collectionReference iterationOrder label name nextValueConnector noMoreValuesConnector',
    subflows: 'connector flowName inputAssignments label name outputAssignments storeOutputAutomatically',
    screens:
      'allowBack allowFinish allowPause backButtonLabel connector fields helpText label name nextOrFinishButtonLabel showFooter showHeader',
    fields:
      'choiceReferences dataType defaultSelectedChoiceReference defaultValue extensionName fieldText fieldType helpText inputParameters inputsOnNextNavToAssocScrn isRequired name outputParameters scale storeOutputAutomatically styleProperties validationRule',
    connector: 'isGoTo targetReference',
    filters: 'field operator value',
    conditions: 'leftValueReference operator rightValue',
    value: 'booleanValue dateTimeValue dateValue elementReference numberValue stringValue'
  }).map(([element, parts]) => [element, new Set([...parts.split(' '), ...EVERYWHERE])])
);

/** Elements with the same parts as another one. */
const ALIKE: Readonly<Record<string, string>> = {
  defaultConnector: 'connector',
  faultConnector: 'connector',
  nextValueConnector: 'connector',
  noMoreValuesConnector: 'connector',
  rightValue: 'value',
  defaultValue: 'value'
};

/** Elements about looks or editing. Their content does not change how a flow runs. */
const OPAQUE: ReadonlySet<string> = new Set(['customProperties', 'processMetadataValues', 'styleProperties']);

/** The parts of a flow file that the local org does not support. The text is ours. */
export function unsupportedParts(xml: XmlElement): Problem[] {
  const parts = PARTS.get(ALIKE[xml.name] ?? xml.name);
  return xml.children.flatMap((child) => {
    if (parts !== undefined && !parts.has(child.name)) return [notSupported(`<${child.name}>`, child)];
    if (child.name === 'areMetricsLoggedToDataCloud' && child.text.trim() === 'true') {
      return [notSupported(`<${child.name}>`, child)];
    }
    if (DATES.has(child.name) && Number.isNaN(Date.parse(child.text))) return [noDate(child)];
    return OPAQUE.has(child.name) ? [] : unsupportedParts(child);
  });
}

const DATES: ReadonlySet<string> = new Set(['dateTimeValue', 'dateValue']);

function noDate({ name, text, start }: XmlElement): Problem {
  const type = name.replace('Value', '');
  return { problem: `Error parsing file: '${text.trim()}' is not a valid value for the type xsd:${type}`, ...start };
}

export function notSupported(what: string, { start }: XmlElement): Problem {
  return { problem: notModelled(`${what} is not supported`), ...start };
}
