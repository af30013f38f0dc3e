import { api, LightningElement } from 'lwc';
import { fill, labels, sentenceForSeats } from 'c/externalUserLabels';
import { siteLoginUrl } from 'c/externalUserOrg';
import { valueOr, type ExistingUser, type Fact, type License, type Site } from 'c/externalUserRules';

/** The user as the org has it, and what happens next. Says only what was read back. */
export default class ExternalUserOutcome extends LightningElement {
  /** Undefined where the org accepted the user but won't show it. */
  @api user: ExistingUser | undefined;
  @api email = '';
  @api license: Fact<License> | undefined;
  @api sites: Fact<readonly Site[]> | undefined;
  /** The answer to the attempt was lost; the user was found by a look-up. */
  @api wasFoundLater = false;

  labels = labels;

  get heading(): string {
    return this.user === undefined
      ? labels.unverified
      : fill(this.user.isActive ? labels.createdTitle : labels.createdInactive, [this.user.name]);
  }

  get status(): string {
    return this.user?.isActive === true ? labels.active : labels.inactive;
  }

  get profileName(): string {
    return this.user?.profileName ?? labels.notRead;
  }

  get seat(): string {
    return this.license?.kind === 'known' ? sentenceForSeats(this.license.value, labels.seatUsed) : labels.notRead;
  }

  get liveSites() {
    return this.live.map((site) => ({
      id: site.id,
      label: fill(labels.siteLogin, [site.name]),
      url: siteLoginUrl(site, window.location.origin)
    }));
  }

  get siteNote(): string {
    if (this.sites?.kind !== 'known') {
      return labels.notRead;
    }
    return this.live.length === 0 ? labels.noLiveSite : labels.membershipUnknown;
  }

  get mail(): string {
    if (this.sites?.kind !== 'known') {
      return labels.mailUnknown;
    }
    const senders = this.live.filter(({ sendsWelcomeEmail }) => valueOr(sendsWelcomeEmail, false));
    if (senders.length > 0) {
      return fill(labels.mailWelcome, [senders.map(({ name }) => name).join(', '), this.email]);
    }
    return this.live.every(({ sendsWelcomeEmail }) => sendsWelcomeEmail.kind === 'known')
      ? labels.mailNone
      : labels.mailUnknown;
  }

  private get live(): readonly Site[] {
    return this.sites?.kind === 'known' ? this.sites.value.filter(({ isLive }) => isLive) : [];
  }
}
