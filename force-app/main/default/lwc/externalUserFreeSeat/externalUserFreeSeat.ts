import { api, LightningElement, wire } from 'lwc';
import { graphql, type GraphQLDocument, type GraphQLResult } from 'lightning/graphql';
import { ShowToastEvent } from 'lightning/platformShowToastEvent';
import type { Question } from 'c/externalUserConfirm';
import { fill, seatLabels as labels, statusLabels } from 'c/externalUserLabels';
import { SEAT_HOLDERS_QUERY, changeUser, currentUserId, renewRecords, toSeatHolders } from 'c/externalUserOrg';
import {
  displayText,
  fullLicenses,
  isUnclear,
  valueOr,
  type Fact,
  type Failure,
  type License,
  type OrgFacts,
  type SeatHolder
} from 'c/externalUserRules';

/** More of them come after a click on "Show more". */
const SHOWN_FIRST = 5;

/**
 * Lists the users who take the seats of a full license, longest away first, and deactivates the one that a person chooses.
 * `ask` hands the question to the component around it; `seatfreed` says that a seat is free.
 */
export default class ExternalUserFreeSeat extends LightningElement {
  @api org: OrgFacts | undefined;
  /** The chosen profile; without it, each full license counts. */
  @api profileId: string | undefined;

  @wire(graphql, { query: '$holdersQuery', variables: '$holdersVariables' })
  holdersResult: GraphQLResult = {};

  labels = labels;
  deactivate = statusLabels.deactivateShort;
  isBusy = false;
  failure: Failure | undefined;
  private shown = SHOWN_FIRST;
  private changed: SeatHolder | undefined;

  // — what the wire asks —

  get holdersQuery(): GraphQLDocument | undefined {
    return this.profileIds.length === 0 ? undefined : SEAT_HOLDERS_QUERY;
  }

  get holdersVariables() {
    return { profileIds: this.profileIds, userId: currentUserId };
  }

  // — what is on screen —

  get isOffered(): boolean {
    return this.profileIds.length > 0 && (this.holders.length > 0 || this.failure !== undefined || this.isEmpty);
  }

  get help(): string {
    const words = [this.licenses.map(({ name }) => name).join(', ')];
    return fill(this.isEmpty ? labels.freeSeatNobody : labels.freeSeatHelp, words);
  }

  get rows() {
    return this.holders.slice(0, this.shown).map((holder) => {
      const { id, name, accountName, lastLogin } = holder;
      const place = [accountName ?? '', this.licenses.length > 1 ? (this.licenseOf(holder)?.name ?? '') : ''];
      return {
        id,
        name: displayText(name),
        place: place
          .filter((part) => part !== '')
          .map(displayText)
          .join(' · '),
        lastLogin,
        loginText: lastLogin === null ? statusLabels.neverLoggedIn : statusLabels.lastLogin,
        action: fill(labels.deactivateOf, [name])
      };
    });
  }

  get hasMore(): boolean {
    return this.holders.length > this.shown;
  }

  get progress(): string {
    return this.isBusy ? fill(statusLabels.changingUser, [this.changed?.name ?? '']) : '';
  }

  get failureHeading(): string {
    const { changed, failure } = this;
    const isOpen = failure !== undefined && isUnclear(failure);
    return fill(isOpen ? statusLabels.changeUnknown : statusLabels.userUnchanged, [changed?.name ?? '']);
  }

  get failureNames() {
    return { license: this.licenses[0]?.name };
  }

  // — what a person does —

  handleMore(): void {
    this.shown = this.holders.length;
  }

  handleDeactivate({ currentTarget }: Event): void {
    const id = currentTarget instanceof HTMLButtonElement ? currentTarget.value : '';
    const holder = this.holders.find((one) => one.id === id);
    if (holder !== undefined && !this.isBusy) {
      this.ask(holder);
    }
  }

  private ask(holder: SeatHolder): void {
    const words = [holder.name, this.licenseOf(holder)?.name ?? ''];
    const detail: Question = {
      sentence: fill(statusLabels.askDeactivate, words),
      body: fill(labels.freesSeat, words),
      confirmLabel: statusLabels.deactivate,
      isDestructive: true,
      confirm: () => this.free(holder)
    };
    this.dispatchEvent(new CustomEvent<Question>('ask', { detail, bubbles: true, composed: true }));
  }

  private async free(holder: SeatHolder): Promise<void> {
    this.changed = holder;
    this.failure = undefined;
    this.isBusy = true;
    const failure = await changeUser(holder.id, false);
    await this.readAgain();
    const { answer } = this;
    const isGone = answer.kind === 'known' && !answer.value.some(({ id }) => id === holder.id);
    // An answer that got lost is no failure if the org shows the change.
    this.failure = failure !== undefined && isUnclear(failure) && isGone ? undefined : failure;
    this.isBusy = false;
    if (this.failure === undefined) {
      const title = fill(statusLabels.deactivated, [holder.name]);
      this.dispatchEvent(new ShowToastEvent({ title, variant: 'success' }));
      this.dispatchEvent(new CustomEvent('seatfreed', { bubbles: true, composed: true }));
    }
    // The licenses are read with the records of their profiles.
    void renewRecords(this.profileIds);
  }

  private async readAgain(): Promise<void> {
    try {
      await this.holdersResult.refresh?.();
    } catch {
      // The list stays as it was; the answer about the change decides.
    }
  }

  private get licenses(): readonly License[] {
    return this.org === undefined ? [] : fullLicenses(this.org, this.profileId);
  }

  private get profileIds(): readonly string[] {
    const ids = this.licenses.map(({ id }) => id);
    return this.profiles
      .filter(({ license }) => ids.includes(valueOr(license, undefined)?.id ?? ''))
      .map(({ id }) => id);
  }

  private get profiles() {
    return this.org === undefined ? [] : valueOr(this.org.profiles, []);
  }

  private licenseOf({ profileId }: SeatHolder): License | undefined {
    const profile = this.profiles.find(({ id }) => id === profileId);
    return profile === undefined ? undefined : valueOr(profile.license, undefined);
  }

  private get answer(): Fact<readonly SeatHolder[]> {
    return toSeatHolders(this.holdersResult);
  }

  private get holders(): readonly SeatHolder[] {
    return valueOr(this.answer, []);
  }

  private get isEmpty(): boolean {
    const { answer } = this;
    return answer.kind === 'known' && answer.value.length === 0;
  }
}
