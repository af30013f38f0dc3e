import { flagAt, numberAt, textAt, type Json } from 'sf-cli/json';

/** A record of External_User_Profile__mdt. */
export interface ProfileRecord {
  readonly developerName: string;
  readonly label: string;
  readonly fields: ProfileFields;
}

/** All fields of the type, in the order in which a person reads them. A text is empty where the field is. */
export interface ProfileFields {
  readonly Profile__c: string;
  readonly License__c: string;
  readonly Kind__c: string;
  readonly Site__c: string;
  readonly Login_Url__c: string;
  readonly Sends_Welcome_Email__c: boolean;
  readonly Read_On__c: string;
  readonly Default__c: boolean;
  readonly Order__c: number | null;
}

export const RECORDS_QUERY =
  'SELECT DeveloperName, MasterLabel, Profile__c, License__c, Kind__c, Site__c, Login_Url__c, Sends_Welcome_Email__c, ' +
  'Read_On__c, Default__c, Order__c FROM External_User_Profile__mdt ORDER BY Order__c, DeveloperName';

/** A row of RECORDS_QUERY. */
export function toProfileRecord(row: Json): ProfileRecord {
  return {
    developerName: textAt(row, 'DeveloperName'),
    label: textAt(row, 'MasterLabel'),
    fields: {
      Profile__c: textAt(row, 'Profile__c'),
      License__c: textAt(row, 'License__c'),
      Kind__c: textAt(row, 'Kind__c'),
      Site__c: textAt(row, 'Site__c'),
      Login_Url__c: textAt(row, 'Login_Url__c'),
      Sends_Welcome_Email__c: flagAt(row, 'Sends_Welcome_Email__c') === true,
      Read_On__c: textAt(row, 'Read_On__c'),
      Default__c: flagAt(row, 'Default__c') === true,
      Order__c: numberAt(row, 'Order__c')
    }
  };
}

/** The name of the record's file, without its ending. */
export function fullNameOf({ developerName }: ProfileRecord): string {
  return `External_User_Profile.${developerName}`;
}

/** The file of a record. Metadata API Developer Guide, "CustomMetadata". */
export function toXml({ label, fields }: ProfileRecord): string {
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<CustomMetadata xmlns="http://soap.sforce.com/2006/04/metadata" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:xsd="http://www.w3.org/2001/XMLSchema">',
    `    <label>${escaped(label)}</label>`,
    '    <protected>false</protected>',
    ...Object.entries(fields).map(
      ([name, value]: [string, string | number | boolean | null]) =>
        `    <values><field>${name}</field>${valueElement(name, value)}</values>`
    ),
    '</CustomMetadata>',
    ''
  ].join('\n');
}

/** The package that holds these records. */
export function packageXml(records: readonly ProfileRecord[], apiVersion: string): string {
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<Package xmlns="http://soap.sforce.com/2006/04/metadata">',
    '    <types>',
    ...records.map((record) => `        <members>${fullNameOf(record)}</members>`),
    '        <name>CustomMetadata</name>',
    '    </types>',
    `    <version>${apiVersion}</version>`,
    '</Package>',
    ''
  ].join('\n');
}

function valueElement(name: string, value: string | number | boolean | null): string {
  if (value === null || value === '') return '<value xsi:nil="true"/>';
  return `<value xsi:type="xsd:${typeOf(name, value)}">${escaped(String(value))}</value>`;
}

function typeOf(name: string, value: string | number | boolean): string {
  if (name === 'Read_On__c') return 'date';
  switch (typeof value) {
    case 'boolean':
      return 'boolean';
    case 'number':
      return 'double';
    default:
      return 'string';
  }
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
