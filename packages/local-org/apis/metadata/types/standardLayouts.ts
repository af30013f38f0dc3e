import type { Org } from '../../../engine/org/org.ts';
import type { XmlElement } from '../../../engine/xml/xml.ts';
import { element } from '../retrieve/metadataFile.ts';

/** A page layout that an org has without a deploy. */
interface StandardLayout {
  readonly fullName: string;
  /** The object in the schema: the layout of person accounts has a name of its own, and fields of Account. */
  readonly object: string;
  readonly fields: readonly string[];
}

const STANDARD_LAYOUTS: readonly StandardLayout[] = [
  { fullName: 'Account-Account Layout', object: 'Account', fields: ['Name', 'OwnerId'] },
  { fullName: 'Contact-Contact Layout', object: 'Contact', fields: ['Name', 'AccountId', 'Email'] },
  { fullName: 'PersonAccount-Person Account Layout', object: 'Account', fields: ['Name', 'PersonEmail'] }
];

/** The layouts of this org: person accounts have one where they are enabled. */
export function standardLayouts({ schema }: Org): readonly StandardLayout[] {
  return STANDARD_LAYOUTS.filter(({ object, fields }) =>
    fields.every((field) => schema.object(object)?.fields.get(field) !== undefined)
  );
}

/**
 * Its file; undefined for another layout. Ours: an administrator has overridden the predefined actions, as only then the file
 * lists them. Source: Metadata API, Layout, PlatformActionList [F-180].
 */
export function standardLayoutElements(org: Org, fullName: string): readonly XmlElement[] | undefined {
  const found = standardLayouts(org).find((layout) => layout.fullName === fullName);
  return found === undefined
    ? undefined
    : [
        element('layoutSections', [
          element('customLabel', 'false'),
          element('detailHeading', 'true'),
          element('editHeading', 'true'),
          element('label', 'Information'),
          element(
            'layoutColumns',
            found.fields.map((field) =>
              element('layoutItems', [
                element('behavior', field === 'Name' ? 'Required' : 'Edit'),
                element('field', field)
              ])
            )
          ),
          element('style', 'OneColumn')
        ]),
        element('platformActionList', [
          element('actionListContext', 'Record'),
          ...['Edit', 'Delete', 'Clone'].map((action, index) =>
            element('platformActionListItems', [
              element('actionName', action),
              element('actionType', 'StandardButton'),
              element('sortOrder', String(index))
            ])
          )
        ]),
        element('showEmailCheckbox', 'false')
      ];
}
