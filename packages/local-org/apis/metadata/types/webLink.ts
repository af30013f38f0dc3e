import { missingReference } from '../../../engine/xml/problem.ts';
import { textOfChild } from '../../../engine/xml/xml.ts';
import type { TypeRules } from './typeRules.ts';
import { notModelled } from '../../../engine/schema/notModelled.ts';

/** The display type of a button above a list. */
export const LIST_BUTTON = 'massActionButton';

/**
 * A button or link of an object (`Contact.Enable`) that opens a URL; other types of link are not modelled. Only a list button can
 * require selected rows. The texts are ours. Source: Metadata API, WebLink.
 */
export const webLink: TypeRules = {
  keyPrefix: '00b',
  check: ({ fullName, xml }, { world }) => {
    const [objectName = ''] = fullName.split('.');
    const linkType = textOfChild(xml, 'linkType');
    if (world.schema.object(objectName) === undefined) {
      return [{ problem: missingReference('fullName', 'CustomObject', objectName), ...xml.start }];
    }
    if (linkType !== 'url') {
      return [{ problem: notModelled(`WebLink of linkType ${linkType} is not supported`), ...xml.start }];
    }
    if (textOfChild(xml, 'url') === '') return [{ problem: 'Required field is missing: url', ...xml.start }];
    return textOfChild(xml, 'requireRowSelection') === 'true' && textOfChild(xml, 'displayType') !== LIST_BUTTON
      ? [{ problem: `requireRowSelection is for a WebLink of displayType ${LIST_BUTTON}`, ...xml.start }]
      : [];
  }
};
