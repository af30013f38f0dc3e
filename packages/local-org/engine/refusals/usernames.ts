import { isExternalUser } from '../effects/userTypes.ts';
import { textOf } from '../storage/record.ts';
import type { World } from '../world/world.ts';
import { isChanged, refuse, type Write, type Refusal } from './rule.ts';

/**
 * Source: Object Reference, "User", Username: "must be in the form of an email address". The text was seen in use. Whether
 * an org takes a second @ is not settled; this one does not [F-074].
 */
export function usernameHasEmailForm(write: Write): Refusal | null {
  const isEmailForm = /^[\w.!#$%&'*+/=?^`{|}~-]+@[a-z\d-]+(?:\.[a-z\d-]+)+$/i.test(textOf(write.after, 'Username'));
  if (!isChanged(write, 'Username') || isEmailForm) return null;
  return refuse(
    'FIELD_INTEGRITY_EXCEPTION',
    'Username must be in the form of an email address (for example, john@acme.com)',
    'Username'
  );
}

/**
 * A username is unique "across all organizations": Object Reference, "User", Username. The text was seen in use [F-007].
 * If `enableUsernameUniqForOrgPref` is on, those of external users are unique within the org only: Metadata API Developer
 * Guide, "CommunitiesSettings" [F-075].
 */
export function usernameIsUnique(write: Write, world: World): Refusal | null {
  if (!isChanged(write, 'Username')) return null;
  const username = textOf(write.after, 'Username');
  const isLocal = world.settings.usernameUniquenessInOrg && isExternalUser(world, write.after);
  const isTakenHere = world.records.where('User', 'Username', username).some(({ Id }) => Id !== write.after.Id);
  if (!isTakenHere && (isLocal || !world.usernamesElsewhere.has(username))) return null;
  return refuse(
    'DUPLICATE_USERNAME',
    "Duplicate Username.<br>The username already exists in this or another Salesforce organization. Usernames must be unique across all Salesforce organizations. To resolve, use a different username (it doesn't need to match the user's email address).",
    'Username'
  );
}

/** Source: SOAP API Developer Guide, "Core Data Types", StatusCode DUPLICATE_COMM_NICKNAME [F-007]. */
export function nicknameIsUnique(write: Write, world: World): Refusal | null {
  const nickname = textOf(write.after, 'CommunityNickname');
  if (!isChanged(write, 'CommunityNickname') || nickname === '') return null;
  const isTaken = world.records.where('User', 'CommunityNickname', nickname).some(({ Id }) => Id !== write.after.Id);
  if (!isTaken) return null;
  return refuse(
    'DUPLICATE_COMM_NICKNAME',
    'Duplicate Nickname.<br>Another user has already selected this nickname.<br>Please select another.',
    'CommunityNickname'
  );
}
