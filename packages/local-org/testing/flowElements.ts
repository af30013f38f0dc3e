import { to } from './flowValues.ts';
import type { XmlParts } from './xmlParts.ts';

/** A variable; `more` says what isn't usual. */
export const variable = (name: string, dataType = 'String', more: XmlParts = {}): XmlParts => ({
  name,
  dataType,
  isCollection: false,
  isInput: false,
  isOutput: false,
  ...more
});

/** An element of a flow, with what it has besides its name and place. */
export const element = (name: string, parts: XmlParts): XmlParts => ({
  name,
  label: name.replaceAll('_', ' '),
  locationX: 0,
  locationY: 0,
  ...parts
});

/** The start of a flow that runs after saves of contacts. */
export const afterSave = (parts: XmlParts): XmlParts => ({
  object: 'Contact',
  recordTriggerType: 'CreateAndUpdate',
  triggerType: 'RecordAfterSave',
  ...parts
});

/** Get Records of the first one, with all its fields. */
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

/** A decision: `Yes` where one condition is true, `No` otherwise. */
export const decision = (name: string, asks: XmlParts, otherwise?: string): XmlParts =>
  element(name, {
    defaultConnector: otherwise === undefined ? undefined : to(otherwise),
    defaultConnectorLabel: 'No',
    rules: [{ name: 'Yes', conditionLogic: 'and', conditions: [asks], label: 'Yes' }]
  });

/** What a flow that does nothing is made of: an org saves none whose start leads nowhere. */
export const begins: XmlParts = { start: { connector: to('Begin') }, assignments: [element('Begin', {})] };
