import { createHash } from 'node:crypto';
import { textOf, type Fields, type StoredRecord } from '../storage/record.ts';
import type { World } from '../world/world.ts';

/** Default values of a new user. Source: Object Reference, "User", IsActive and CommunityNickname: "Defaulted on create" [F-078]. */
export function userDefaults(world: World, given: Fields): Fields {
  const nickname = textOf(given, 'CommunityNickname') || defaultNickname(world, textOf(given, 'Username'));
  return { CommunityNickname: nickname, IsActive: given['IsActive'] ?? true };
}

/** An update that sets IsPortalEnabled to false disables the user, who loses seat and contact (see `disableExternalUser`). */
export function disablingChanges(before: StoredRecord, given: Fields): Fields {
  const isDisabling = before['IsPortalEnabled'] === true && given['IsPortalEnabled'] === false;
  return isDisabling ? { IsActive: false, ContactId: null, UserRoleId: null } : {};
}

/** A nickname of the form that orgs generate: the word User and a long number. */
function defaultNickname(world: World, username: string): string {
  const digest = createHash('sha256')
    .update(`${username} ${String(world.clock.now())}`)
    .digest();
  return `User${String(world.clock.now())}${String(digest.readUIntBE(0, 6)).padStart(15, '0')}`;
}
