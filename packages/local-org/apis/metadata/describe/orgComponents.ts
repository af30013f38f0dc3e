import type { Org } from '../../../engine/org/org.ts';
import { textOf, type StoredRecord } from '../../../engine/storage/record.ts';
import { isCustom } from '../../shared/view.ts';
import { metadataType } from '../metadataTypes.ts';
import { fullNameOf } from '../types/fullNames.ts';
import { SETTINGS_NAMES } from './orgSettings.ts';
import { standardLayouts } from '../types/standardLayouts.ts';

/** A component of an org. Source: Metadata API, FileProperties. */
export interface ComponentProperties {
  readonly type: string;
  readonly fullName: string;
  readonly fileName: string;
  readonly id: string;
  readonly createdById: string;
  readonly createdDate: string;
  readonly lastModifiedById: string;
  readonly lastModifiedDate: string;
}

/** The deployed components of a metadata type, and those that exist without a deploy: objects, profiles, permission sets, sites, settings, layouts. */
export function componentsOf(org: Org, type: string): readonly ComponentProperties[] {
  const deployed = org.metadata.components(type);
  const known = new Set(deployed.map(({ fullName }) => fullName.toLowerCase()));
  const others = recordsOf(org, type).filter(({ fullName }) => !known.has(fullName.toLowerCase()));
  return [...deployed, ...others];
}

function recordsOf(org: Org, type: string): ComponentProperties[] {
  switch (type) {
    case 'Profile':
    case 'PermissionSet':
    case 'Network': {
      const object = org.schema.object(type);
      const records = object === undefined ? [] : org.all(object);
      return records.map((record) => properties(org, type, fullNameOf(record), record));
    }
    case 'Settings':
      return SETTINGS_NAMES.map((fullName) => properties(org, type, fullName));
    case 'CustomObject':
      return org.schema.objects.map(({ apiName }) => properties(org, type, apiName));
    case 'CustomField':
      return org.schema.objects.flatMap(({ apiName, fields }) =>
        [...fields.keys()].filter(isCustom).map((field) => properties(org, type, `${apiName}.${field}`))
      );
    case 'Layout':
      return standardLayouts(org).map(({ fullName }) => properties(org, type, fullName));
    default:
      return [];
  }
}

function properties(org: Org, typeName: string, fullName: string, record?: StoredRecord): ComponentProperties {
  const type = metadataType(typeName);
  const file = type?.parent === undefined ? fullName : fullName.split('.')[0];
  const author = org.people[0]?.userId ?? '';
  const date = new Date(org.clock.now()).toISOString();
  return {
    type: typeName,
    fullName,
    fileName: `${type?.directoryName ?? ''}/${file ?? fullName}.${type?.suffix ?? ''}`,
    id: record?.Id ?? '',
    createdById: record === undefined ? author : textOf(record, 'CreatedById'),
    createdDate: record === undefined ? date : textOf(record, 'CreatedDate'),
    lastModifiedById: record === undefined ? author : textOf(record, 'LastModifiedById'),
    lastModifiedDate: record === undefined ? date : textOf(record, 'LastModifiedDate')
  };
}
