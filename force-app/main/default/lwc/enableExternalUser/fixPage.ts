import type { PageReference } from 'lightning/navigation';
import type { Finding, Fix } from 'c/externalUserRules';

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

/** Pages of Setup; no page reference type leads there, so they are named by their address. */
const SETUP_PAGES: Partial<Readonly<Record<Fix, string>>> = {
  setUpExperiences: 'NetworkSettings',
  setUpSites: 'SetupNetworks',
  setUpProfiles: 'EnhancedProfiles',
  setUpLicenses: 'CompanyProfileInfo',
  setUpPermissions: 'PermSets'
};

/** The page on which a finding is fixed, or null where it is fixed in place. */
export function fixPage({ fix, record }: Pick<Finding, 'fix' | 'record'>): PageReference | null {
  const page = fix === null ? undefined : RECORD_PAGES[fix];
  const setup = fix === null ? undefined : SETUP_PAGES[fix];
  if (page !== undefined && record !== null) {
    const [objectApiName, actionName] = page;
    return { type: 'standard__recordPage', attributes: { recordId: record.id, objectApiName, actionName } };
  }
  return setup === undefined
    ? null
    : { type: 'standard__webPage', attributes: { url: `/lightning/setup/${setup}/home` } };
}
