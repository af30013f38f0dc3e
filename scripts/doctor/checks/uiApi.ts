import { USER_FIELD_NAMES, valueOr as factOr } from 'c/externalUserRules';
import { flagAt, listAt, numberAt, textAt, valueAt } from 'sf-cli/json';
import { findingsOf, listed, reasonOf, type Finding } from '../finding.ts';
import type { Org } from '../org.ts';
import type { Reading } from '../reading/reading.ts';

/** The fields of createRecord, without PortalRole, which is sent only with a chosen role level. */
const CREATE_FIELDS = USER_FIELD_NAMES.filter((name) => name !== 'PortalRole');

/** The record type id for an object without record types (User Interface API, Get Values for a Picklist Field). */
const MASTER = '012000000000000AAA';

/** Whether UI API offers every field of a new user as createable. */
export function userFields({ userFields: fields, permissions }: Reading, experiencesAreOff: boolean): Finding {
  const say = findingsOf('userFields', 'User create fields');
  if (fields.kind === 'refused') {
    return say('warning', `UI API gives no object info of User (${reasonOf(fields)}): the action may not work here.`);
  }
  const state = CREATE_FIELDS.map((name) => ({ name, createable: flagAt(fields.value, name, 'createable') }));
  // These two are missing for a known reason.
  const expected = [experiencesAreOff ? 'ContactId' : '', permissions.ViewSetup === true ? '' : 'ProfileId'];
  const lacking = state.filter(({ createable }) => createable !== true).map(({ name }) => name);
  const unexpected = lacking.filter((name) => !expected.includes(name));
  const facts = { fields: state };
  if (unexpected.length > 0) {
    return say('blocked', `Missing or not createable for you: ${listed(unexpected)}.`, { facts });
  }
  if (lacking.includes('ProfileId')) {
    return say('warning', 'ProfileId is hidden without View Setup and Configuration: the form takes a profile’s id.', {
      facts
    });
  }
  return lacking.length === 0
    ? say('pass', 'All are there and createable.', { facts })
    : say('unknown', 'ContactId is not there, as is assumed of an org without Digital Experiences.', { facts });
}

/** Whether UI API has the values of the form's picklists; the role level only if the org has it. */
export async function userPicklists(org: Org, { userFields: there }: Reading): Promise<Finding> {
  const say = findingsOf('userPicklists', 'User picklists');
  const hasRoleLevel = there.kind === 'known' && there.value['PortalRole'] !== undefined;
  const fields = [
    'TimeZoneSidKey',
    'LocaleSidKey',
    'LanguageLocaleKey',
    'EmailEncodingKey',
    ...(hasRoleLevel ? ['PortalRole'] : [])
  ];
  const read = await Promise.all(
    fields.map(async (field) => {
      const answer = await org.uiApi('GET', `/object-info/User/picklist-values/${MASTER}/${field}`);
      return { field, values: answer.kind === 'known' ? listAt(answer.value, 'values').length : null };
    })
  );
  const lacking = read.filter(({ values }) => values === null || values === 0).map(({ field }) => field);
  const facts = { picklists: read };
  return lacking.length === 0
    ? say('pass', 'All answer, as assumed.', { facts })
    : say(
        'warning',
        `No values for ${listed(lacking)}: the form offers the value that is set, or leaves the field out.`,
        { facts }
      );
}

/** Whether a profile's record has license and seats as `Profile.UserLicense`, which no documentation says. */
export async function licenseSpan(org: Org, { permissions, facts: { profiles } }: Reading): Promise<Finding> {
  const say = findingsOf('licenseSpan', 'Profile.UserLicense');
  const [profile] = factOr(profiles, []);
  if (profile === undefined) {
    return say('unknown', 'No external profile is known to read it from.');
  }
  const span = 'Profile.UserLicense';
  const fields = [`${span}.Name`, `${span}.TotalLicenses`, `${span}.UsedLicenses`].join(',');
  const answer = await org.uiApi('GET', `/records/${profile.id}?optionalFields=${fields}`);
  if (answer.kind === 'refused') {
    return say(
      'warning',
      `UI API refuses the record of a profile (${reasonOf(answer)}): seats stay unknown in the action.`
    );
  }
  const license = valueAt(answer.value, 'fields', 'UserLicense', 'value', 'fields');
  const facts = {
    name: textAt(license, 'Name', 'value') || null,
    total: numberAt(license, 'TotalLicenses', 'value'),
    used: numberAt(license, 'UsedLicenses', 'value')
  };
  const isHidden = facts.total === null || facts.used === null;
  if (isHidden && permissions.ViewSetup !== true) {
    return say('unknown', 'You may not see licenses: that takes View Setup and Configuration.', { facts });
  }
  return isHidden
    ? say('warning', 'The record of a profile has no seats: they stay unknown in the action.', { facts })
    : say('pass', 'The record of a profile has name, total and used seats.', { facts });
}

/** Whether UI API serves assignments. The list of supported objects lacks them, but "might not reflect the latest". */
export async function permissionSetAssignment(org: Org): Promise<Finding> {
  const say = findingsOf('assignmentObject', 'Assigning in the form');
  const answer = await org.uiApi('GET', '/object-info/PermissionSetAssignment');
  return answer.kind === 'known'
    ? say('pass', 'UI API serves PermissionSetAssignment: the form offers permission sets.', {
        facts: { served: true }
      })
    : say('pass', 'UI API does not serve PermissionSetAssignment, as assumed: the form leaves permission sets out.', {
        facts: { served: false, code: answer.code }
      });
}
