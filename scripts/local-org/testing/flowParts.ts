import { connector, node } from './flowFile.ts';

/** Pieces of flow files that tests of what a deploy refuses put together. */
export const value = (text: string): string => `<value>${text}</value>`;
export const reference = (path: string): string => value(`<elementReference>${path}</elementReference>`);
export const assignment = (target: string, to: string, operator = 'Assign'): string =>
  `<assignments>${node('Set')}<assignmentItems><assignToReference>${target}</assignToReference><operator>${operator}</operator>${to}</assignmentItems></assignments>`;
export const lookup = (more: string, object = 'Contact'): string =>
  `<recordLookups>${node('Get_Contact')}${more}<object>${object}</object></recordLookups>`;
export const filter = (field: string): string =>
  `<filters><field>${field}</field><operator>EqualTo</operator>${value('<stringValue>x</stringValue>')}</filters>`;
export const formula = (expression: string, type = 'String'): string =>
  `<formulas><name>text</name><dataType>${type}</dataType><expression>${expression}</expression></formulas>`;
export const decision = (condition: string): string =>
  `<decisions>${node('Ask')}<defaultConnectorLabel>Else</defaultConnectorLabel><rules><name>Yes</name><conditionLogic>and</conditionLogic><conditions>${condition}</conditions><label>Yes</label></rules></decisions>`;
export const screen = (field: string): string => `<screens>${node('Ask_Them')}<fields>${field}</fields></screens>`;
export const component = (name: string, more = ''): string =>
  screen(
    `<name>Picker</name><extensionName>${name}</extensionName><fieldType>ComponentInstance</fieldType>${more}<storeOutputAutomatically>true</storeOutputAutomatically>`
  );
export const trigger = (more: string, recordTriggerType = 'CreateAndUpdate'): string =>
  `${connector('Begin')}${more}<object>Contact</object><recordTriggerType>${recordTriggerType}</recordTriggerType><triggerType>RecordAfterSave</triggerType>`;
export const begin = `<assignments>${node('Begin')}</assignments>`;
