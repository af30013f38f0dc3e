import type { FieldDefinition, ObjectDefinition } from '../../../engine/schema/definition.ts';
import type { PublishBehavior } from '../../../engine/schema/objectSchema.ts';
import type { SourceComponent } from '../../../engine/world/component.ts';
import type { Problem } from '../../../engine/xml/problem.ts';
import { childOf, textOfChild, type XmlElement } from '../../../engine/xml/xml.ts';

export function isPlatformEvent(apiName: string): boolean {
  return apiName.endsWith('__e');
}

/** Source: Platform Events Developer Guide, "Platform Event Fields": "Custom Field Types". The refusal's text is ours. */
export function takesFieldType(type: string): boolean {
  return ['Checkbox', 'Date', 'DateTime', 'LongTextArea', 'Number', 'Text', 'TextArea'].includes(type);
}

/** Source: Metadata API, CustomObject: eventType and publishBehavior; an event that is there keeps its type. */
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
          problem: `An event of type ${eventType} is not supported by the local org`,
          ...childOf(xml, 'eventType')?.start
        }
      ];
}

/**
 * Messages are created, and never read, changed or deleted; not set-up either, so that no MIXED_DML comes of them.
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
