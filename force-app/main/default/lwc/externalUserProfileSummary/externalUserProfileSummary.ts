import { api, LightningElement } from 'lwc';
import { fill, formLabels, loginTextFor, usageOf, type LoginText } from 'c/externalUserLabels';
import {
  findAccess,
  suggestProfile,
  valueOr,
  type ContactFacts,
  type ExternalProfile,
  type License,
  type OrgFacts
} from 'c/externalUserRules';

/** Says in one line what a profile brings: its license, the free seats and where its users can log in. */
export default class ExternalUserProfileSummary extends LightningElement {
  @api profile: ExternalProfile | undefined;
  @api org: OrgFacts | undefined;
  /** Whose account suggests a profile; absent for many contacts. */
  @api contact: ContactFacts | undefined;

  get usage(): string {
    return this.profile === undefined ? '' : usageOf(this.profile);
  }

  get login(): LoginText | undefined {
    const { profile, org } = this;
    return profile === undefined || org === undefined ? undefined : loginTextFor(findAccess(profile, true, org));
  }

  /** Says why the form chose this profile; empty if a setting or a person chose it. */
  get suggestion(): string {
    const { profile, org, contact } = this;
    const suggested = profile && org && contact && suggestProfile(org, profile.kind, contact);
    return suggested?.from === 'account' && suggested.id === profile?.id
      ? fill(formLabels.profileSuggested, [accountNameOf(contact)])
      : '';
  }

  get license(): License | undefined {
    return this.profile && valueOr(this.profile.license, undefined);
  }
}

function accountNameOf(contact: ContactFacts | undefined): string {
  return (contact && valueOr(contact.account, null)?.name) ?? '';
}
