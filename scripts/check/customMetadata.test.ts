import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { XMLParser } from 'fast-xml-parser';
import { createLocalOrg } from 'sfdx-local-org';

const OBJECTS = 'force-app/main/default/objects';

interface ShippedField {
  readonly fullName: string;
  readonly label: string;
  readonly type: string;
  readonly length?: number;
}

function shippedFields(type: string): readonly ShippedField[] {
  const folder = join(OBJECTS, type, 'fields');
  return readdirSync(folder).map((file) => {
    const { CustomField } = new XMLParser().parse(readFileSync(join(folder, file), 'utf8')) as {
      CustomField: ShippedField;
    };
    return CustomField;
  });
}

/** The Metadata API's name of a type, and what a describe calls it. Object Reference, "Field Types". */
const DATA_TYPES: Readonly<Record<string, string>> = {
  Checkbox: 'boolean',
  Date: 'date',
  Number: 'double',
  Text: 'string',
  Url: 'url'
};
/** A URL has this length, and its field definition doesn't name it. Object Reference, "Field Types", url. */
const URL_LENGTH = 255;

it.each(readdirSync(OBJECTS).filter((name) => name.endsWith('__mdt')))(
  'the local org has %s as the product ships it',
  (type) => {
    const { org } = createLocalOrg({ org: 'ready', seed: 1, hasControlRoutes: false, url: () => 'http://localhost' });
    const fields = [...(org.schema.object(type)?.fields.values() ?? [])].filter(({ apiName }) =>
      apiName.endsWith('__c')
    );
    expect(fields.map(({ apiName, label, dataType, length }) => ({ apiName, label, dataType, length }))).toEqual(
      shippedFields(type)
        .map(({ fullName, label, type: shown, length }) => ({
          apiName: fullName,
          label,
          dataType: DATA_TYPES[shown],
          length: length ?? (shown === 'Url' ? URL_LENGTH : 0)
        }))
        .sort((one, other) => (one.apiName < other.apiName ? -1 : 1))
    );
  }
);
