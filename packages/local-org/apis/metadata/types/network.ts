import { textOf, type FieldValue, type StoredRecord } from '../../../engine/storage/record.ts';
import { standardObject, type World } from '../../../engine/world/world.ts';
import { missingReference } from '../../../engine/xml/problem.ts';
import { textOfChild, type XmlElement } from '../../../engine/xml/xml.ts';
import { decodeName } from './fullNames.ts';
import { memberProblems, setMembers } from './networkMembers.ts';
import { selfRegistrationFields, selfRegistrationProblems } from './networkSelfRegistration.ts';
import type { TypeRules } from './typeRules.ts';

/**
 * Settings, status, members and self-registration of an Experience Cloud site. The site itself comes from a template
 * (`sf community create`), so a Network without its site is refused. Source: Metadata API, Network.
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

/** The record of a site by its metadata name, without regard to case. */
export function networkRecord({ records }: World, fullName: string): StoredRecord | undefined {
  const name = decodeName(fullName).toLowerCase();
  return records.all('Network').find((record) => textOf(record, 'Name').toLowerCase() === name);
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

/** The fields of the record by the elements of the file with the same meaning. */
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
