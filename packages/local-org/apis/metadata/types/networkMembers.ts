import type { MetadataTransaction } from '../../../engine/org/metadataTransaction.ts';
import { textOf, type StoredRecord } from '../../../engine/storage/record.ts';
import { standardObject, type World } from '../../../engine/world/world.ts';
import { missingReference, type Problem } from '../../../engine/xml/problem.ts';
import { childOf, childrenOf, type XmlElement } from '../../../engine/xml/xml.ts';
import { profileRecord } from './profile.ts';

const TYPES: Readonly<Record<string, string>> = { profile: 'Profile', permissionSet: 'PermissionSet' };

/** Finds members that do not exist in the org. */
export function memberProblems(xml: XmlElement, world: World): Problem[] {
  return memberElements(xml).flatMap((element): Problem[] => {
    const [type, name] = [TYPES[element.name] ?? '', element.text.trim()];
    return memberId(world, element) === undefined
      ? [{ problem: missingReference(element.name, type, name), ...element.start }]
      : [];
  });
}

/** The ids of the members after a deploy: those of the file, or the present ones when the file has no list. */
export function membersAfter(xml: XmlElement, site: StoredRecord, world: World): ReadonlySet<string> {
  return new Set(
    childOf(xml, 'networkMemberGroups') === undefined
      ? world.records.where('NetworkMemberGroup', 'NetworkId', site.Id).map((group) => textOf(group, 'ParentId'))
      : memberElements(xml).flatMap((element) => memberId(world, element) ?? [])
  );
}

/** Replaces the members by the list of the file. A file without a list leaves them unchanged. */
export function setMembers(xml: XmlElement, site: StoredRecord, transaction: MetadataTransaction): void {
  const { world } = transaction;
  const object = standardObject(world, 'NetworkMemberGroup');
  const wanted = membersAfter(xml, site, world);
  const present = world.records.where('NetworkMemberGroup', 'NetworkId', site.Id);
  for (const group of present) if (!wanted.has(textOf(group, 'ParentId'))) world.records.remove(object, group.Id);
  for (const parentId of wanted) {
    if (present.some((group) => textOf(group, 'ParentId') === parentId)) continue;
    transaction.saveRecord(object, undefined, {
      NetworkId: site.Id,
      ParentId: parentId,
      AssignmentStatus: 'WaitingForAdd'
    });
  }
}

function memberElements(xml: XmlElement): readonly XmlElement[] {
  return childrenOf(xml, 'networkMemberGroups').flatMap(({ children }) => children);
}

function memberId(world: World, element: XmlElement): string | undefined {
  const name = element.text.trim();
  return element.name === 'profile'
    ? profileRecord(world, name)?.Id
    : world.records.where('PermissionSet', 'Name', name)[0]?.Id;
}
