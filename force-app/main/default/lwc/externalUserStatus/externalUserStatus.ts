import { api, LightningElement, wire } from 'lwc';
import { getObjectInfo, type ObjectInfoRepresentation } from 'lightning/uiObjectInfoApi';
import type { WireResult } from 'lightning/uiRecordApi';
import { fieldLabels, fill, sentenceForDay, sentenceForMail, statusLabels as labels } from 'c/externalUserLabels';
import {
  displayText,
  findAccess,
  isPending,
  valueOr,
  type Access,
  type ExistingUser,
  type ExternalProfile,
  type Fact,
  type Finding,
  type License,
  type OrgFacts,
  type RecordReference
} from 'c/externalUserRules';
import { loginPageOf, offersFor, type Offer } from './offers.ts';
import { accessSentence, headlineOf, type Subject } from './sentences.ts';

/** The org facts that the status of a user needs. */
export interface StatusFacts extends Pick<OrgFacts, 'runningUser' | 'sites' | 'settings' | 'defaults'> {
  readonly profiles: Fact<readonly Pick<ExternalProfile, 'id' | 'name' | 'license' | 'siteName' | 'siteReading'>[]>;
}

/** A row has a text that can be copied, a date, or a text with seats after it. */
interface Row {
  readonly key: string;
  readonly label: string;
  readonly text?: string;
  readonly copies?: boolean;
  readonly href?: string;
  readonly date?: string | null;
  readonly license?: License | undefined;
}

/** Shows what holds of a user and what can be done next; `canChange` adds Deactivate or Reactivate. */
export default class ExternalUserStatus extends LightningElement {
  /** Undefined if the org accepted the user but doesn't show it. */
  @api user: ExistingUser | undefined;
  @api org: StatusFacts | undefined;
  @api contact: RecordReference | undefined;
  /** The chosen values, for a user that can't be read. */
  @api email = '';
  @api profileId: string | undefined;
  /** Whether the user was created just now. */
  @api isNew = false;
  /** Says why a look-up had to find the new user; empty otherwise. */
  @api foundLater = '';
  @api canChange = false;
  /** What stands in the way of making the user active again. */
  @api blockers: readonly Finding[] = [];
  /** The org with all its profiles, where a seat can be freed. */
  @api fullOrg: OrgFacts | undefined;
  @api hidesSites = false;
  /** For a user of somebody else: who is to welcome it is not known here. */
  @api hidesWelcome = false;

  /** The headline takes the focus. */
  @api focus(): void {
    this.template?.querySelector<HTMLElement>('.headline')?.focus();
  }

  /** Requested only if nothing else prevents logging in as the user. */
  @wire(getObjectInfo, { objectApiName: '$accountObject' })
  accountInfo: WireResult<ObjectInfoRepresentation> = {};

  // — what is on screen —

  get headline(): string {
    return this.user === undefined ? labels.unverified : headlineOf(this.access, this.subject);
  }

  get sentences(): readonly string[] {
    const { access, subject, profile } = this;
    return [
      this.foundLater,
      this.hidesSites ? '' : accessSentence(access, subject),
      this.speaksOfMail ? sentenceForMail(access, subject) : '',
      this.hidesSites ? '' : sentenceForDay(access),
      access.mayRefuse ? fill(labels.standardProfileLogIn, [profile?.name ?? '']) : ''
    ].filter((sentence) => sentence !== '');
  }

  get markClass(): string {
    return this.isGood ? 'mark' : 'mark open';
  }

  get markIcon(): string {
    return this.isGood ? 'utility:check' : 'utility:user';
  }

  get rows(): readonly Row[] {
    const { user, org, license, profile } = this;
    const isPendingLicense = profile !== undefined && isPending(profile.license);
    const profileName = displayText(user?.profileName ?? profile?.name ?? labels.notRead);
    const seats = license === undefined && !isPendingLicense ? '' : ' · ';
    const lastLogin = {
      key: 'lastLogin',
      label: labels.lastLogin,
      text: labels.neverLoggedIn,
      date: user?.lastLogin ?? null
    };
    return [
      ...(user === undefined
        ? []
        : [{ key: 'username', label: fieldLabels.username, text: user.username, copies: true }]),
      ...(org === undefined || this.hidesSites ? [] : this.loginRows),
      {
        key: 'profile',
        label: fieldLabels.profileId,
        text: `${profileName}${seats}${isPendingLicense ? '…' : ''}`,
        license
      },
      ...(user === undefined || this.isNew ? [] : [lastLogin])
    ];
  }

  get offers(): readonly Offer[] {
    const { user, org, access, contactId } = this;
    if (user === undefined || org === undefined) {
      return [];
    }
    const logsInAs = this.accountObject !== undefined && this.accountInfo.data?.updateable === true && !this.hidesSites;
    const rights = { viewsSetup: org.runningUser.viewsSetup, logsInAs, orgId: org.defaults.id, contactId };
    return offersFor(user, access, this.awaitsFirstLogin, rights);
  }

  get showsActivation(): boolean {
    return this.canChange && this.user !== undefined && this.managesUsers;
  }

  get license(): License | undefined {
    return this.profile === undefined ? undefined : valueOr(this.profile.license, undefined);
  }

  get contactId(): string | undefined {
    return this.contact?.id;
  }

  get accountObject(): string | undefined {
    return this.user?.isActive === true && this.managesUsers ? 'Account' : undefined;
  }

  private get loginRows(): readonly Row[] {
    return this.access.sites
      .filter(({ isLive }) => isLive)
      .flatMap((site) => {
        const href = loginPageOf(site, window.location.origin);
        const label = this.access.sites.length > 1 ? fill(labels.loginPageOf, [site.name]) : labels.loginPage;
        return href === null ? [] : { key: href, label, text: href.replace(/^https?:\/\//, ''), href, copies: true };
      });
  }

  private get access(): Access {
    const { org, profile, isActive } = this;
    return org === undefined
      ? { code: 'pending', sites: [], asOf: null, mail: 'unknown', mayRefuse: false }
      : findAccess(profile, isActive, org);
  }

  private get subject(): Subject {
    const { user, profile, isNew } = this;
    return {
      name: user?.name ?? this.contact?.name ?? '',
      email: user?.email ?? this.email,
      profileName: user?.profileName ?? profile?.name ?? '',
      isNew
    };
  }

  /** The welcome email matters only before the first log-in. */
  private get awaitsFirstLogin(): boolean {
    return this.isActive && !this.hidesWelcome && !this.hidesSites && (this.user?.lastLogin ?? null) === null;
  }

  /** The email to a user who isn't new went out already, unless it is off or waits for a live site. */
  private get speaksOfMail(): boolean {
    const { mail } = this.access;
    return this.awaitsFirstLogin && (this.isNew || mail === 'off' || mail === 'later');
  }

  private get isGood(): boolean {
    return (
      this.user !== undefined &&
      ((this.access.code === 'canLogIn' && !this.access.mayRefuse) || (this.isNew && this.isActive))
    );
  }

  /** A user that can't be read counts as active, because an active user was requested. */
  private get isActive(): boolean {
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
