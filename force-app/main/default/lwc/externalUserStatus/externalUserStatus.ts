import { api, LightningElement, wire } from 'lwc';
import { getObjectInfo, type ObjectInfoRepresentation } from 'lightning/uiObjectInfoApi';
import type { WireResult } from 'lightning/uiRecordApi';
import { fieldLabels, fill, statusLabels as labels } from 'c/externalUserLabels';
import { isPending, siteLoginUrl } from 'c/externalUserOrg';
import {
  blockersOfReactivation,
  displayText,
  valueOr,
  type ExistingUser,
  type ExternalProfile,
  type Fact,
  type Finding,
  type License,
  type OrgFacts,
  type RecordReference,
  type Site
} from 'c/externalUserRules';
import { logInAsUrl, userSetupUrl } from './links.ts';
import { liveSites, mailSentence, membershipSentence, nextSteps } from './siteSentences.ts';

/** The org facts that the status of a user needs. */
export interface StatusFacts extends Pick<OrgFacts, 'runningUser' | 'sites' | 'defaults'> {
  readonly profiles: Fact<readonly Pick<ExternalProfile, 'id' | 'name' | 'license' | 'siteName'>[]>;
}

interface Link {
  readonly url: string;
  readonly text: string;
}

/** A row shows its license or date if it has one, else links and text. */
interface Row {
  readonly label: string;
  readonly text?: string;
  readonly date?: string | null;
  readonly license?: License | undefined;
  readonly links: readonly Link[];
  readonly size?: string;
}

/** Shows an existing user; `canChange` adds Deactivate or Reactivate. */
export default class ExternalUserStatus extends LightningElement {
  /** Undefined if the org accepted the user but doesn't show it. */
  @api user: ExistingUser | undefined;
  @api org: StatusFacts | undefined;
  @api contact: RecordReference | undefined;
  /** The chosen values, for a user that can't be read. */
  @api email = '';
  @api profileId: string | undefined;
  /** The number of seats used before this user took one. */
  @api usedBefore: number | undefined;
  @api canChange = false;
  /** The prerequisites of the contact; empty where they are not read. */
  @api findings: readonly Finding[] = [];
  @api hidesSites = false;
  /** For a user of somebody else: who is to welcome it is not known here. */
  @api hidesWelcome = false;

  /** Requested only if nothing else prevents logging in as the user. */
  @wire(getObjectInfo, { objectApiName: '$accountObject' })
  accountInfo: WireResult<ObjectInfoRepresentation> = {};

  labels = labels;

  get license(): License | undefined {
    return this.profile === undefined ? undefined : valueOr(this.profile.license, undefined);
  }

  get rows(): readonly Row[] {
    const { user, profile, org } = this;
    const email = user?.email ?? this.email;
    const size = 'wide';
    const links: readonly Link[] = [];
    const noLicense = profile !== undefined && isPending(profile.license) ? '…' : labels.notRead;
    return [
      ...(user === undefined
        ? []
        : [
            { label: fieldLabels.username, text: displayText(user.username), links },
            { label: labels.status, text: user.isActive ? labels.active : labels.inactive, links },
            { label: fieldLabels.profileId, text: displayText(user.profileName ?? labels.notRead), links },
            { label: labels.lastLogin, text: labels.noLogin, date: user.lastLogin, links }
          ]),
      { label: labels.license, text: noLicense, license: this.license, links, size },
      ...(this.hidesSites || !this.canLogIn
        ? []
        : [{ label: labels.liveSites, text: membershipSentence(org?.sites, profile), links: this.siteLinks, size }]),
      ...(this.awaitsFirstLogin
        ? [{ label: labels.welcomeMail, text: mailSentence(org?.sites, profile, email), links, size }]
        : []),
      ...(user?.isActive === true && org?.runningUser.viewsSetup === true
        ? [{ label: labels.password, links: [{ url: userSetupUrl(user.id), text: labels.resetPassword }], size }]
        : [])
    ];
  }

  /** The welcome email and the next steps matter only before the first log-in. */
  get awaitsFirstLogin(): boolean {
    return this.canLogIn && !this.hidesWelcome && (this.user?.lastLogin ?? null) === null;
  }

  get nextSteps(): readonly string[] {
    return nextSteps(this.org?.sites, this.profile);
  }

  get showsActivation(): boolean {
    return this.canChange && this.user !== undefined && this.managesUsers;
  }

  get blockers(): readonly Finding[] {
    return blockersOfReactivation(this.findings);
  }

  get accountObject(): string | undefined {
    return this.user?.isActive === true && this.managesUsers ? 'Account' : undefined;
  }

  get contactId(): string | undefined {
    return this.contact?.id;
  }

  private get siteLinks(): readonly Link[] {
    return liveSites(this.org?.sites).flatMap((site) => {
      const url = this.logInAsUrl(site);
      const words = [site.name, this.user?.name ?? ''];
      return [
        { url: siteLoginUrl(site, window.location.origin), text: fill(labels.siteLogin, words) },
        ...(url === undefined ? [] : [{ url, text: fill(labels.logInAs, words) }])
      ];
    });
  }

  /** Requires a permission to manage external users, and Edit on accounts (Help, "Log In as an Experience Cloud User" [F-049]). */
  private logInAsUrl({ id: siteId }: Site): string | undefined {
    const { user, contactId, accountObject, accountInfo } = this;
    const orgId = this.org?.defaults.id ?? null;
    if (accountObject === undefined || accountInfo.data?.updateable !== true) {
      return undefined;
    }
    return user === undefined || contactId === undefined || orgId === null
      ? undefined
      : logInAsUrl(orgId, contactId, siteId, user.id);
  }

  /** A user that can't be read counts as active, because an active user was requested. */
  private get canLogIn(): boolean {
    return this.user?.isActive !== false;
  }

  private get managesUsers(): boolean {
    const { managesExternalUsers = false, managesCustomerUsers = false } = this.org?.runningUser ?? {};
    return managesExternalUsers || managesCustomerUsers;
  }

  private get profile() {
    const profileId = this.user?.profileId ?? this.profileId;
    return this.org === undefined ? undefined : valueOr(this.org.profiles, []).find(({ id }) => id === profileId);
  }
}
