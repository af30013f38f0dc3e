import { textOf, type FieldValue, type StoredRecord } from '../../../engine/storage/record.ts';
import { standardObject, type World } from '../../../engine/world/world.ts';
import { missingReference } from '../../../engine/xml/problem.ts';
import { textOfChild, type XmlElement } from '../../../engine/xml/xml.ts';
import { memberProblems, setMembers } from './networkMembers.ts';
import { selfRegistrationFields, selfRegistrationProblems } from './networkSelfRegistration.ts';
import type { TypeRules } from './typeRules.ts';

/**
 * An Experience Cloud site's settings, status, members and self-registration. The site itself comes from a template
 * (`sf community create`): a Network without its CustomSite is refused. Source: Metadata API, Network.
 */
export const network: TypeRules = {
  keyPrefix: '0DB',
  check: ({ fullName, xml }, { world }) => {
    if (!world.features.digitalExperiences) return [{ problem: 'Not available for deploy for this organization' }];
    const site = networkRecord(world, fullName);
    if (site === undefined) return [{ problem: missingReference('site', 'CustomSite', textOfChild(xml, 'site')) }];
    return [...memberProblems(xml, world), ...selfRegistrationProblems(xml, site, world)];
  },
  apply: ({ fullName, xml }, transaction) => {
    const { world } = transaction;
    const before = networkRecord(world, fullName);
    if (before === undefined) return;
    const fields = { ...settingsOf(xml), ...selfRegistrationFields(xml, world) };
    const site = transaction.saveRecord(standardObject(world, 'Network'), before, fields);
    setMembers(xml, site, transaction);
  }
};

/** The site of a metadata name, which encodes what a file name cannot hold. */
export function networkRecord({ records }: World, fullName: string): StoredRecord | undefined {
  return records.all('Network').find((record) => textOf(record, 'Name').toLowerCase() === fullName.toLowerCase());
}

function settingsOf(xml: XmlElement): Record<string, FieldValue> {
  const fields: Record<string, FieldValue> = {};
  for (const { name, text } of xml.children) {
    const field = FIELDS[name];
    const value = text.trim();
    if (field !== undefined) fields[field] = value === 'true' ? true : value === 'false' ? false : value;
  }
  return fields;
}

/** Elements of the file by the fields of the record that hold the same. */
const FIELDS: Readonly<Record<string, string>> = {
  allowInternalUserLogin: 'OptionsAllowInternalUserLogin',
  description: 'Description',
  emailSenderName: 'EmailSenderName',
  emailSenderAddress: 'EmailSenderAddress',
  enableGuestChatter: 'OptionsGuestChatterEnabled',
  enableGuestMemberVisibility: 'OptionsGuestMemberVisibility',
  enableMemberVisibility: 'OptionsMemberVisibility',
  enableNicknameDisplay: 'OptionsNicknameDisplayEnabled',
  selfRegistration: 'OptionsSelfRegistrationEnabled',
  sendWelcomeEmail: 'OptionsSendWelcomeEmail',
  status: 'Status',
  urlPathPrefix: 'UrlPathPrefix'
};
