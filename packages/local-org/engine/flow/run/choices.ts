import { resourceOf } from '../model/flow.ts';
import type { PicklistChoiceSet, RecordChoiceSet } from '../model/resources.ts';
import type { FlowValue } from '../model/values.ts';
import { setValue, singleValue } from './assign.ts';
import { findRecords } from './filters.ts';
import { coerced, mergedText, sourceValue, textOfValue, type RunContext } from './values.ts';
import type { FieldValue } from '../../storage/record.ts';

export interface ShownChoice {
  readonly label: string;
  readonly value: FieldValue;
}

/** The choices of choice resources, in their order. */
export function choicesOf(running: RunContext, references: readonly string[]): readonly ShownChoice[] {
  return references.flatMap((name): readonly ShownChoice[] => {
    const resource = resourceOf(running.frame.flow, name);
    switch (resource?.kind) {
      case 'choice': {
        const label = mergedText(running, resource.choiceText);
        const value = singleValue(coerced(sourceValue(running, resource.value), resource.dataType));
        return [{ label, value: value ?? label }];
      }
      case 'recordChoiceSet':
        return foundRecords(running, resource).map((record) => ({
          label: textOfValue(record[resource.displayField] ?? null),
          value: record[resource.valueField ?? 'Id'] ?? null
        }));
      case 'picklistChoiceSet':
        return picklistChoices(running, resource);
      default:
        return [];
    }
  });
}

/** Stores fields of the chosen record in the variables of its choice set. */
export function assignChosen(running: RunContext, references: readonly string[], chosen: FlowValue): void {
  for (const name of references) {
    const resource = resourceOf(running.frame.flow, name);
    if (resource?.kind !== 'recordChoiceSet' || resource.outputAssignments.length === 0) continue;
    const record = foundRecords(running, resource).find((one) => one[resource.valueField ?? 'Id'] === chosen);
    for (const { from, assignToReference } of resource.outputAssignments) {
      setValue(running, assignToReference, record?.[from] ?? null);
    }
  }
}

function foundRecords(running: RunContext, set: RecordChoiceSet): readonly Readonly<Record<string, FieldValue>>[] {
  const object = running.world.schema.object(set.object);
  const query = object === undefined ? null : findRecords(running, object, set.filters, set.sort);
  return query?.ok === true ? query.records.slice(0, set.limit ?? undefined) : [];
}

function picklistChoices(
  { world }: RunContext,
  { object: objectName, field: name, sortOrder }: PicklistChoiceSet
): ShownChoice[] {
  const object = world.schema.object(objectName);
  const field = object === undefined ? undefined : world.schema.field(object, name);
  const choices = (field?.picklistValues ?? []).filter(({ active }) => active);
  const shown = choices.map(({ label, value }) => ({ label, value }));
  if (sortOrder === null) return shown;
  const sign = sortOrder === 'Asc' ? 1 : -1;
  return shown.sort((one, other) => sign * one.label.localeCompare(other.label));
}
