/** What the components ask the org, and its answers as facts. Queries and adapters; the wires are the component's. */
export { CONTACT_FIELDS, CONTACT_OPTIONAL_FIELDS, readRecordIds, toContactFacts } from './contact.ts';
export { EXISTING_USER_QUERY, toOrgDefaults } from './existingUser.ts';
export { isAnswered, toLicenseRequest, toOrgFacts } from './orgFacts.ts';
export { PROFILES_QUERY } from './profiles.ts';
export { renewRecords } from './renewRecords.ts';
export { SITES_QUERY, siteLoginUrl } from './sites.ts';
export { PICKLIST_FIELDS, toChoices, toFieldLimits, type Choice } from './userObject.ts';
