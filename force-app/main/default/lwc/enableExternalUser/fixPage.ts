import type { PageReference } from 'lightning/navigation';
import type { Finding } from 'c/externalUserRules';

type PageFix = Exclude<NonNullable<Finding['fix']>, 'enablePartnerAccount'>;

const PAGES: Readonly<Record<PageFix, { readonly objectApiName: string; readonly actionName: string }>> = {
  editContact: { objectApiName: 'Contact', actionName: 'edit' },
  openAccount: { objectApiName: 'Account', actionName: 'view' },
  openOwner: { objectApiName: 'User', actionName: 'view' },
  openUser: { objectApiName: 'User', actionName: 'view' }
};

/** The page on which a finding is fixed. */
export function fixPage(fix: PageFix, recordId: string): PageReference {
  return { type: 'standard__recordPage', attributes: { recordId, ...PAGES[fix] } };
}
