/** Names in the demo, which the metadata beside this file uses too. */

export const DEFINITION = 'config/project-scratch-def.json';
export const DEMO_METADATA = 'scripts/scratch-org/metadata';

export const SITE = { name: 'Demo', urlPathPrefix: 'demo', templateName: 'Customer Service' } as const;

/** The owner of an account needs a role before its contacts can become users. */
export const ROLE = { name: 'External User Demo', developerName: 'External_User_Demo' } as const;

export const CUSTOMER_PROFILE = 'Demo Customer';
export const CUSTOMER_LICENSE = 'Customer Community';
export const PARTNER_PROFILE = 'Demo Partner';
/** The profile of the sales-ops user; the permission set grants everything else that enabling needs. */
export const INTERNAL_PROFILE = 'Standard User';

/** Contacts of the data files, named by what they show. */
export const READY_CONTACT = 'ContactAmelie';
/** The account is no partner account yet. */
export const FUTURE_PARTNER = 'ContactJamal';
export const CONTACT_WITH_USER = 'ContactZoe';
export const CONTACT_WITH_INACTIVE_USER = 'ContactHaruto';
/** The account of the ready contact, whose owner has a role. */
export const READY_ACCOUNT = 'AccountNorthwind';
/** The sales-ops user, who has no role, becomes its owner. */
export const ACCOUNT_OF_OWNER_WITHOUT_ROLE = 'AccountVoralpen';
export const CONTACT_OF_OWNER_WITHOUT_ROLE = 'ContactMaximilian';
