import { to } from './flowValues.ts';
import type { XmlParts } from './xmlParts.ts';

/** A variable, by default neither input nor output. */
export const variable = (name: string, dataType = 'String', more: XmlParts = {}): XmlParts => ({
  name,
  dataType,
  isCollection: false,
  isInput: false,
  isOutput: false,
  ...more
});

/** An element of a flow with its own parts, at no particular location. */
export const element = (name: string, parts: XmlParts): XmlParts => ({
  name,
  label: name.replaceAll('_', ' '),
  locationX: 0,
  locationY: 0,
  ...parts
});

/** The start of a flow that runs after a contact is saved. */
export const afterSave = (parts: XmlParts): XmlParts => ({
  object: 'Contact',
  recordTriggerType: 'CreateAndUpdate',
  triggerType: 'RecordAfterSave',
  ...parts
});

/** Get Records that finds the first record with all fields. */
export const getFirst = (name: string, object: string, filters: readonly XmlParts[], next: string): XmlParts =>
  element(name, {
    assignNullValuesIfNoRecordsFound: false,
    connector: to(next),
    filterLogic: 'and',
    filters,
    getFirstRecordOnly: true,
    object,
    storeOutputAutomatically: true
  });

/** A decision with the outcome `Yes` when its condition is true, else `No`. */
export const decision = (name: string, asks: XmlParts, otherwise?: string): XmlParts =>
  element(name, {
    defaultConnector: otherwise === undefined ? undefined : to(otherwise),
    defaultConnectorLabel: 'No',
    rules: [{ name: 'Yes', conditionLogic: 'and', conditions: [asks], label: 'Yes' }]
  });

/** The parts of a flow that does nothing. An org refuses a flow whose start leads nowhere. */
export const begins: XmlParts = { start: { connector: to('Begin') }, assignments: [element('Begin', {})] };
