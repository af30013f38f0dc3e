import type { Org, OrgMetadata } from '../../engine/org/org.ts';
import type { ObjectDefinition } from '../../engine/schema/definition.ts';
import { toId18 } from '../../engine/storage/ids.ts';
import type { StoredRecord } from '../../engine/storage/record.ts';
import type { SourceChange } from '../../engine/world/metadataStore.ts';

/** A changed component; the object exists only in an org with source tracking. Source: Tooling API, SourceMember. */
export const SOURCE_MEMBER: ObjectDefinition = {
  label: 'Source Member',
  labelPlural: 'Source Members',
  keyPrefix: '0MZ',
  calls: 'update query',
  supportedByUiApi: false,
  isSetup: true,
  systemFields: 'Id LastModifiedDate LastModifiedById',
  fields: {
    ChangedBy: { type: 'string', label: 'Changed By', length: 80 },
    IsNameObsolete: { type: 'boolean', label: 'Is Name Obsolete' },
    IsNewMember: { type: 'boolean', label: 'Is New Member' },
    MemberIdOrName: { type: 'string', label: 'Member ID or Name', length: 255 },
    MemberName: { type: 'string', label: 'Member Name', length: 255 },
    MemberType: { type: 'string', label: 'Member Type', length: 80 },
    RevisionCounter: { type: 'int', label: 'Revision Counter' }
  }
};

/** Metadata types that are not tracked. The CLI treats the settings of a definition file as if they had always existed. */
const UNTRACKED: readonly string[] = ['Settings'];

export function sourceMembers({ metadata }: Org): readonly StoredRecord[] {
  return (metadata.sourceChanges() ?? [])
    .filter(({ type }) => !UNTRACKED.includes(type))
    .flatMap((change) => [change, ...resourcesOf(metadata, change)])
    .map((change, index) => ({
      Id: toId18(`0MZ000${index.toString(36).padStart(9, '0')}`),
      ChangedBy: change.changedById.slice(0, 15),
      IsNameObsolete: change.isRemoved,
      IsNewMember: change.isNew,
      MemberIdOrName: change.id,
      MemberName: change.fullName,
      MemberType: change.type,
      RevisionCounter: change.revision,
      LastModifiedDate: change.changedDate,
      LastModifiedById: change.changedById
    }));
}

/** Each file of a bundle is tracked too: `card/card.html`. */
function resourcesOf(metadata: OrgMetadata, change: SourceChange): readonly SourceChange[] {
  if (change.type !== 'LightningComponentBundle') return [];
  const files = metadata.component(change.type, change.fullName)?.files ?? new Map<string, Uint8Array>();
  return [...files.keys()].map((path) => ({
    ...change,
    type: 'LightningComponentResource',
    fullName: path.replace(/^lwc\//, '')
  }));
}
