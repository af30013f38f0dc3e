import { markMemberGroupAdded, updateMemberships, usersOfMemberGroup } from '../effects/siteMembership.ts';
import type { RecordChange } from '../storage/recordStore.ts';
import { textOf, type StoredRecord } from '../storage/record.ts';
import type { WelcomeMails } from '../login/welcomeMails.ts';
import type { World } from '../world/world.ts';

/** The platform makes members some time after a commit [F-096]. This org does so at once, unless it is told to hold them back. */
export interface Memberships {
  hold(): void;
  /** Makes the members that were held back, and mails them. */
  release(): void;
}

export function createMemberships(
  world: World,
  welcomeMails: WelcomeMails
): Memberships & { update(users: Iterable<StoredRecord>): void } {
  let held: Set<string> | null = null;
  const join = (user: StoredRecord): void => {
    for (const networkId of updateMemberships(world, user)) welcomeMails.toNewMember(user, networkId);
  };
  return {
    update: (users) => {
      for (const user of users) {
        if (held === null) join(user);
        else held.add(user.Id);
      }
    },
    hold: () => {
      held ??= new Set();
    },
    release: () => {
      const ids = held ?? [];
      held = null;
      for (const id of ids) {
        const user = world.records.find(id);
        if (user !== undefined) join(user);
      }
      world.records.commit();
    }
  };
}

/** Updates site memberships after a commit, then sends welcome mails to users who joined a live site. */
export function afterCommit(
  world: World,
  memberships: ReturnType<typeof createMemberships>,
  welcomeMails: WelcomeMails,
  changes: readonly RecordChange[]
): void {
  const users = new Map<string, StoredRecord>();
  for (const { objectName, before, after } of changes) {
    for (const user of usersTouchedBy(world, objectName, before, after)) users.set(user.Id, user);
    if (objectName === 'NetworkMemberGroup' && after !== undefined) markMemberGroupAdded(world, after);
  }
  memberships.update(users.values());
  for (const { objectName, before, after } of changes) {
    if (objectName === 'Network' && after !== undefined && isActivation(before, after)) welcomeMails.toMembersOf(after);
  }
  world.records.commit();
}

function usersTouchedBy(
  world: World,
  objectName: string,
  before: StoredRecord | undefined,
  after: StoredRecord | undefined
): readonly StoredRecord[] {
  const record = after ?? before;
  if (record === undefined) return [];
  switch (objectName) {
    case 'User':
      return after === undefined ? [] : [after];
    case 'PermissionSetAssignment': {
      const user = world.records.find(textOf(record, 'AssigneeId'));
      return user === undefined ? [] : [user];
    }
    case 'NetworkMemberGroup':
      return usersOfMemberGroup(world, record);
    default:
      return [];
  }
}

function isActivation(before: StoredRecord | undefined, after: StoredRecord): boolean {
  return textOf(after, 'Status') === 'Live' && (before === undefined || textOf(before, 'Status') !== 'Live');
}
