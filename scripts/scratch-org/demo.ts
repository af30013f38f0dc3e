/** What the demo calls its things; the metadata beside it says the same. */

export const DEFINITION = 'config/project-scratch-def.json';
export const DEMO_METADATA = 'scripts/scratch-org/metadata';

export const SITE = { name: 'Demo', urlPathPrefix: 'demo', templateName: 'Customer Service' } as const;

/** An account's owner needs a role before a contact of it can become a user. */
export const ROLE = { name: 'External User Demo', developerName: 'External_User_Demo' } as const;

export const CUSTOMER_PROFILE = 'Demo Customer';
export const PARTNER_PROFILE = 'Demo Partner';
/** The profile of the sales-ops person; the permission set gives what else enabling takes. */
export const INTERNAL_PROFILE = 'Standard User';

/** Contacts of data, by what they show. */
export const READY_CONTACT = 'ContactAmelie';
export const CONTACT_WITH_USER = 'ContactZoe';
export const CONTACT_WITH_INACTIVE_USER = 'ContactHaruto';
/** Its owner will be the sales-ops person, who has no role. */
export const ACCOUNT_OF_OWNER_WITHOUT_ROLE = 'AccountVoralpen';
