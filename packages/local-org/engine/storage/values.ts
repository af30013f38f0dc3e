import type { Fields } from './record.ts';

/** The text in a field, empty where there is none. */
export function textOf(fields: Fields, field: string): string {
  const value = fields[field];
  return typeof value === 'string' ? value : '';
}

/** The number in a field, 0 where there is none. */
export function numberOf(fields: Fields, field: string): number {
  const value = fields[field];
  return typeof value === 'number' ? value : 0;
}

/** Whether a checkbox is ticked. */
export function isTrue(fields: Fields, field: string): boolean {
  return fields[field] === true;
}
