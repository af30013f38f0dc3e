import type { XmlParts } from './xmlParts.ts';

/** The value of a resource: `ref('$Record.Id')`. */
export const ref = (path: string): XmlParts => ({ elementReference: path });
export const text = (value: string): XmlParts => ({ stringValue: value });
export const to = (element: string): XmlParts => ({ targetReference: element });

export const filter = (field: string, operator: string, value: XmlParts): XmlParts => ({ field, operator, value });
export const gives = (field: string, value: XmlParts): XmlParts => ({ field, value });
export const condition = (left: string, operator: string, right: XmlParts): XmlParts => ({
  leftValueReference: left,
  operator,
  rightValue: right
});
export const assigns = (path: string, value: XmlParts, operator = 'Assign'): XmlParts => ({
  assignToReference: path,
  operator,
  value
});
