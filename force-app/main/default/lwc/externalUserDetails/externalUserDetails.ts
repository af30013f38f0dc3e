import { api, LightningElement, wire } from 'lwc';
import {
  getObjectInfo,
  getPicklistValues,
  type ObjectInfoRepresentation,
  type PicklistValues
} from 'lightning/uiObjectInfoApi';
import type { WireResult } from 'lightning/uiRecordApi';
import { fill, labels, sentenceForFailure } from 'c/externalUserLabels';
import { PICKLIST_FIELDS, toChoices, toFieldLimits } from 'c/externalUserOrg';
import {
  findDraftProblems,
  findPartnerBlocker,
  findSeatBlocker,
  isBlocked,
  kindsOffered,
  profilesOfKind,
  type ContactFacts,
  type DraftProblem,
  type Failure,
  type Finding,
  type OrgFacts,
  type UserDraft
} from 'c/externalUserRules';

/** User has no record types: the master record type (UI API Developer Guide, Get Values for a Picklist Field). */
const MASTER_RECORD_TYPE = '012000000000000AAA';

interface Form extends HTMLElement {
  focusFirstProblem(): void;
}

/** The details step: what the org offers for the form, what is wrong in it, and what its choices bring up. */
export default class ExternalUserDetails extends LightningElement {
  @api contact: ContactFacts | undefined;
  @api org: OrgFacts | undefined;
  @api draft: UserDraft | undefined;
  /** What the org said of the last attempt. */
  @api failure: Failure | undefined;

  /** Whether the draft can be sent. If not, what stands in the way is shown and gets the focus. */
  @api confirmDraft(): boolean {
    const problems = this.problems;
    if (problems.length > 0) {
      this.touched = problems.map(({ field }) => field);
      this.shouldFocusProblem = true;
    }
    const isStopped = isBlocked(this.findings);
    if (problems.length === 0 && isStopped) {
      this.template?.querySelector<HTMLElement>('.findings')?.focus();
    }
    return problems.length === 0 && !isStopped;
  }

  /** Leads to the field that the org refused. */
  @api focusRefusal(): void {
    this.form?.focusFirstProblem();
  }

  @wire(getObjectInfo, { objectApiName: 'User' })
  userObjectInfo: WireResult<ObjectInfoRepresentation> = {};

  @wire(getPicklistValues, { recordTypeId: MASTER_RECORD_TYPE, fieldApiName: PICKLIST_FIELDS.timeZone })
  timeZones: WireResult<PicklistValues> = {};

  @wire(getPicklistValues, { recordTypeId: MASTER_RECORD_TYPE, fieldApiName: PICKLIST_FIELDS.locale })
  locales: WireResult<PicklistValues> = {};

  @wire(getPicklistValues, { recordTypeId: MASTER_RECORD_TYPE, fieldApiName: PICKLIST_FIELDS.language })
  languages: WireResult<PicklistValues> = {};

  @wire(getPicklistValues, { recordTypeId: MASTER_RECORD_TYPE, fieldApiName: PICKLIST_FIELDS.emailEncoding })
  emailEncodings: WireResult<PicklistValues> = {};

  /** Fields that have been left, or all with a problem once a person tried to create: only these show problems. */
  private touched: readonly string[] = [];
  private shouldFocusProblem = false;

  /** The partner account and the seat belong to a choice, so they stand beside it. */
  get findings(): readonly Finding[] {
    if (this.contact === undefined || this.draft === undefined) {
      return [];
    }
    const profile = this.profiles?.find(({ id }) => id === this.draft?.profileId);
    return [findPartnerBlocker(this.draft.kind, this.contact), findSeatBlocker(profile)].filter(
      (finding) => finding !== null
    );
  }

  get hasFindings(): boolean {
    return this.findings.length > 0;
  }

  get kinds() {
    return this.org === undefined ? [] : kindsOffered(this.org);
  }

  /** Undefined where profiles can't be read: the form then takes an id. */
  get profiles() {
    return this.org === undefined || this.draft === undefined || this.org.profiles.kind === 'unknown'
      ? undefined
      : profilesOfKind(this.org, this.draft.kind);
  }

  get choices() {
    return {
      timeZone: toChoices(this.timeZones.data, this.draft?.timeZone ?? ''),
      locale: toChoices(this.locales.data, this.draft?.locale ?? ''),
      language: toChoices(this.languages.data, this.draft?.language ?? ''),
      emailEncoding: toChoices(this.emailEncodings.data, this.draft?.emailEncoding ?? '')
    };
  }

  get shownProblems(): readonly DraftProblem[] {
    return this.problems.filter(({ field }) => this.touched.includes(field));
  }

  get problemSummary(): string {
    const count = this.shownProblems.length;
    if (count === 0) {
      return '';
    }
    return count === 1 ? labels.formProblem : fill(labels.formProblems, [String(count)]);
  }

  /** A refusal that belongs to a field of the form. */
  get refusal() {
    return this.failure === undefined || this.failure.field === null
      ? undefined
      : { field: this.failure.field, message: sentenceForFailure(this.failure) };
  }

  override renderedCallback(): void {
    if (this.shouldFocusProblem) {
      this.shouldFocusProblem = false;
      this.form?.focusFirstProblem();
    }
  }

  handleDraftChange({ detail }: CustomEvent<UserDraft>): void {
    this.dispatchEvent(new CustomEvent<UserDraft>('draftchange', { detail }));
  }

  handleLeave({ detail }: CustomEvent<string>): void {
    this.touched = [...this.touched, detail];
  }

  handleFix({ detail }: CustomEvent<Finding>): void {
    this.dispatchEvent(new CustomEvent<Finding>('fix', { detail }));
  }

  private get problems(): readonly DraftProblem[] {
    return this.draft === undefined ? [] : findDraftProblems(this.draft, toFieldLimits(this.userObjectInfo.data));
  }

  private get form(): Form | null {
    return this.template?.querySelector<Form>('c-external-user-form') ?? null;
  }
}
