import type { FieldDefinition, ObjectDefinition } from '../../../engine/schema/definition.ts';
import type { PublishBehavior } from '../../../engine/schema/objectSchema.ts';
import type { SourceComponent } from '../../../engine/world/component.ts';
import type { Problem } from '../../../engine/xml/problem.ts';
import { childOf, textOfChild, type XmlElement } from '../../../engine/xml/xml.ts';
import { notModelled } from '../../../engine/schema/notModelled.ts';

export function isPlatformEvent(apiName: string): boolean {
  return apiName.endsWith('__e');
}

/** Whether an event may have a field of this type. Source: Platform Events Developer Guide, "Platform Event Fields"; the text is ours. */
export function takesFieldType(type: string): boolean {
  return ['Checkbox', 'Date', 'DateTime', 'LongTextArea', 'Number', 'Text', 'TextArea'].includes(type);
}

/** Checks the definition of an event. Source: Metadata API, CustomObject, eventType and publishBehavior. */
export function eventProblems({ xml }: SourceComponent): Problem[] {
  const required = ['label', 'pluralLabel', 'deploymentStatus', 'eventType'].filter(
    (name) => textOfChild(xml, name) === ''
  );
  if (required.length > 0) return required.map((name) => ({ problem: `Required field is missing: ${name}` }));
  const eventType = textOfChild(xml, 'eventType');
  return eventType === 'HighVolume'
    ? []
    : [
        {
          problem: notModelled(`An event of type ${eventType} is not supported`),
          ...childOf(xml, 'eventType')?.start
        }
      ];
}

/**
 * Event messages can be created, but not read, changed or deleted. They are not setup objects, so they cause no MIXED_DML.
 * Source: Platform Events Developer Guide, "Considerations for Defining and Publishing Platform Events" ("You can't query
 * event messages using SOQL") and "Platform Event Fields"; PublishImmediately is the default.
 */
export function definitionOfEvent(
  xml: XmlElement,
  labels: Pick<ObjectDefinition, 'label' | 'labelPlural'>,
  keyPrefix: string
): ObjectDefinition {
  const publishBehavior: PublishBehavior =
    textOfChild(xml, 'publishBehavior') === 'PublishAfterCommit' ? 'PublishAfterCommit' : 'PublishImmediately';
  return {
    ...labels,
    keyPrefix,
    calls: 'create',
    supportedByUiApi: false,
    isSetup: false,
    publishBehavior,
    systemFields: 'Id CreatedDate CreatedById',
    fields: EVENT_FIELDS
  };
}

const EVENT_FIELDS: Readonly<Record<string, FieldDefinition>> = {
  ReplayId: { type: 'string', label: 'Replay ID', length: 1000, is: 'nillable' },
  EventUuid: { type: 'string', label: 'Event UUID', length: 36, is: 'nillable' }
};
