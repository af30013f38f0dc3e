import { missingReference } from '../../../engine/xml/problem.ts';
import { textOfChild } from '../../../engine/xml/xml.ts';
import { isOn } from './grant.ts';
import type { TypeRules } from './typeRules.ts';

/** How a mass action button is called in metadata: what stands above a list. */
export const LIST_BUTTON = 'massActionButton';

/**
 * A button or link of an object (`Contact.Enable`) that opens a URL; other types of link are refused by name. Only a list
 * button knows rows. The texts are ours. Source: Metadata API, WebLink.
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
      return [{ problem: `WebLink of linkType ${linkType} is not supported by the local org`, ...xml.start }];
    }
    if (textOfChild(xml, 'url') === '') return [{ problem: 'Required field is missing: url', ...xml.start }];
    return isOn(xml, 'requireRowSelection') && textOfChild(xml, 'displayType') !== LIST_BUTTON
      ? [{ problem: `requireRowSelection is for a WebLink of displayType ${LIST_BUTTON}`, ...xml.start }]
      : [];
  }
};
