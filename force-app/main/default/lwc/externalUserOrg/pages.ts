import type { Fix, FixOffer } from 'c/externalUserRules';

/** Pages of records, by what they show and how. */
const RECORD_PAGES: Partial<Readonly<Record<Fix, readonly [objectApiName: string, actionName: string]>>> = {
  editContact: ['Contact', 'edit'],
  openAccount: ['Account', 'view'],
  changeOwner: ['Account', 'view'],
  changeContactOwner: ['Contact', 'view'],
  giveRole: ['User', 'view'],
  activateOwner: ['User', 'view'],
  openUser: ['User', 'view']
};

/** Pages of Setup; no page reference type leads there, so they are named by their address [F-051]. */
const SETUP_PAGES: Partial<Readonly<Record<Fix, string>>> = {
  setUpExperiences: 'NetworkSettings',
  setUpSites: 'SetupNetworks',
  setUpProfiles: 'EnhancedProfiles',
  setUpLicenses: 'CompanyProfileInfo',
  setUpPermissions: 'PermSets'
};

/** The address of the page on which something is fixed; null where it is fixed in place. */
export function fixUrl({ fix, record }: Pick<FixOffer, 'fix' | 'record'>): string | null {
  const page = fix === null ? undefined : RECORD_PAGES[fix];
  return page === undefined || record === null ? setupUrl(fix) : recordUrl(page[0], record.id, page[1]);
}

/** The same for an administrator, who works on users in Setup and looks at a record first. */
export function fixUrlInSetup(offer: Pick<FixOffer, 'fix' | 'record'>): string | null {
  const { fix, record } = offer;
  const [objectApiName] = (fix === null ? undefined : RECORD_PAGES[fix]) ?? [];
  if (objectApiName === undefined || record === null) return fixUrl(offer);
  return objectApiName === 'User' ? userSetupUrl(record.id) : recordUrl(objectApiName, record.id);
}

/** LWC Developer Guide, PageReference Types, Record Page: its URL format. */
export function recordUrl(objectApiName: string, recordId: string, actionName = 'view'): string {
  return `/lightning/r/${objectApiName}/${recordId}/${actionName}`;
}

/** The user's page in Setup, which has the Reset Password button [F-050]. */
export function userSetupUrl(userId: string): string {
  return `/lightning/setup/ManageUsers/page?address=${encodeURIComponent(`/${userId}?noredirect=1`)}`;
}

function setupUrl(fix: Fix | null): string | null {
  const page = fix === null ? undefined : SETUP_PAGES[fix];
  return page === undefined ? null : `/lightning/setup/${page}/home`;
}
