import { metadata } from './deploy.ts';
import { isParts, xmlOf, type XmlParts } from './xmlParts.ts';

/** The file of an active flow, from elements by their names in the file. */
export function flowFile(name: string, { start, ...parts }: XmlParts): string {
  const whole: XmlParts = {
    apiVersion: '68.0',
    label: name.replaceAll('_', ' '),
    processType: 'AutoLaunchedFlow',
    status: 'Active',
    start: { locationX: 0, locationY: 0, ...(isParts(start) ? start : {}) },
    ...parts
  };
  const sorted = Object.entries(whole).sort(([one], [other]) => (one < other ? -1 : 1));
  return metadata('Flow', xmlOf(Object.fromEntries(sorted)));
}
