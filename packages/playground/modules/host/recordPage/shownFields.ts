import type { FieldRepresentation } from 'lightning/uiObjectInfoApi';
import type { RecordRepresentation } from 'lightning/uiRecordApi';
import { isRecord } from '../../platform/recordShape.ts';
import type { LayoutItem } from './layouts.ts';

/** A field as the page shows it. */
export interface ShownField {
  readonly key: string;
  readonly label: string;
  readonly text: string;
  readonly kind: 'text' | 'email' | 'phone' | 'url' | 'link';
  readonly href: string;
}

/** Finds the items of a layout that the record has. A field that the person may not see is missing from the record. */
export function shownFields(
  items: readonly LayoutItem[],
  record: RecordRepresentation,
  fields: Readonly<Record<string, Pick<FieldRepresentation, 'label' | 'dataType'>>>
): ShownField[] {
  return items.flatMap((item) => {
    const field = record.fields[item.field];
    const info = fields[item.field];
    if (field === undefined || info === undefined) {
      return [];
    }
    const label = item.nameField === undefined ? info.label : info.label.replace(/ ID$/u, '');
    const related = item.nameField === undefined ? undefined : record.fields[item.nameField.split('.')[0] ?? ''];
    if (item.nameField !== undefined && typeof field.value === 'string') {
      return [relatedRecord(item.field, label, field.value, related?.value ?? null, related?.displayValue ?? null)];
    }
    return [
      {
        key: item.field,
        label,
        text: textOf(field.value, field.displayValue),
        kind: field.value === null ? 'text' : kindOf(info.dataType),
        href: ''
      }
    ];
  });
}

function relatedRecord(
  key: string,
  label: string,
  recordId: string,
  value: RecordRepresentation['fields'][string]['value'],
  displayValue: string | null
): ShownField {
  const name = value !== null && isRecord(value) ? value.fields['Name']?.value : undefined;
  const text = typeof name === 'string' ? name : (displayValue ?? recordId);
  return { key, label, text, kind: 'link', href: `/lightning/r/${recordId}/view` };
}

function textOf(value: RecordRepresentation['fields'][string]['value'], displayValue: string | null): string {
  if (typeof value === 'boolean') {
    return value ? 'Yes' : 'No';
  }
  return displayValue ?? (value === null || isRecord(value) ? '' : String(value));
}

function kindOf(dataType: string): ShownField['kind'] {
  switch (dataType) {
    case 'Email':
      return 'email';
    case 'Phone':
      return 'phone';
    case 'Url':
      return 'url';
    default:
      return 'text';
  }
}
