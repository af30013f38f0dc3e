import { api, LightningElement, wire } from 'lwc';
import { graphql, type GraphQLResult } from 'lightning/graphql';
import {
  getObjectInfo,
  getPicklistValues,
  type ObjectInfoRepresentation,
  type PicklistValues
} from 'lightning/uiObjectInfoApi';
import type { WireResult } from 'lightning/uiRecordApi';
import { formLabels, type FailureNames } from 'c/externalUserLabels';
import {
  NAMES_IN_USE_QUERY,
  PERMISSION_SETS_QUERY,
  PICKLIST_FIELDS,
  toChoices,
  toNamesQuery,
  type Choice
} from 'c/externalUserOrg';
import {
  defaultProfileId,
  isBlocked,
  kindsOffered,
  valueOr,
  type ContactFacts,
  type DraftField,
  type DraftProblem,
  type ExternalProfile,
  type ExternalUserKind,
  type Failure,
  type Finding,
  type FixOffer,
  type NamesInUse,
  type OrgFacts,
  type TakenNames,
  type UserDraft
} from 'c/externalUserRules';
import { findingsOf, namesOf, permissionSetsOf, problemsOf, profilesOf } from './derived.ts';
import { isNicknameChanged, notesOf, withFreeName } from './fields.ts';
import { memoized } from './memoized.ts';
import { messagesFor, summaryOf } from './messages.ts';

/** User has no record types, so its picklists use the master one (UI API Developer Guide, Get Values for a Picklist Field). */
const MASTER_RECORD_TYPE = '012000000000000AAA';

/** What the options of every form hang on. */
const ASKED = { user: 'User', assignment: 'PermissionSetAssignment', recordType: MASTER_RECORD_TYPE };

/** In milliseconds; the pause prevents a query after each key. */
const TYPING_PAUSE = 400;

/** The element, for the component around it. */
export interface DetailsElement extends HTMLElement {
  readonly takenNicknames: TakenNames;
  confirmDraft(): boolean;
  focusRefusal(): void;
}

interface Form extends HTMLElement {
  focusField(field?: DraftField): boolean;
}

/** The options of the form, its problems, and the findings about its choices. Without a draft it is empty and asks nothing. */
export default class ExternalUserDetails extends LightningElement {
  @api contact: ContactFacts | undefined;
  @api org: OrgFacts | undefined;
  @api get draft(): UserDraft | undefined {
    return this.givenDraft;
  }
  set draft(draft: UserDraft | undefined) {
    this.givenDraft = draft;
    if (draft !== undefined && this.asked !== ASKED) {
      this.asked = ASKED;
      this.queryNames();
    }
  }
  /** The refusal of the last attempt. */
  @api failure: Failure | undefined;
  /** The records that the failure's sentence names. */
  @api names: FailureNames = {};

  /** Returns whether the draft can be sent. If not, it shows the problems and moves the focus there. */
  @api confirmDraft(): boolean {
    this.touched = this.problems.map(({ field }) => field);
    const isStopped = isBlocked(this.findings);
    if (this.touched.length > 0) {
      this.shouldFocusProblem = true;
    } else if (isStopped) {
      this.focusProblem();
    }
    return this.touched.length === 0 && !isStopped;
  }

  /** The nicknames of other users, as far as they were read. */
  @api get takenNicknames(): TakenNames {
    return valueOr(this.namesInUse.nicknames, new Map());
  }

  /** Moves the focus to the field that the org refused. */
  @api focusRefusal(): void {
    this.form?.focusField();
  }

  @wire(getObjectInfo, { objectApiName: '$asked.user' })
  userObjectInfo: WireResult<ObjectInfoRepresentation> = {};

  @wire(getPicklistValues, { recordTypeId: '$asked.recordType', fieldApiName: PICKLIST_FIELDS.timeZone })
  timeZones: WireResult<PicklistValues> = {};

  @wire(getPicklistValues, { recordTypeId: '$asked.recordType', fieldApiName: PICKLIST_FIELDS.locale })
  locales: WireResult<PicklistValues> = {};

  @wire(getPicklistValues, { recordTypeId: '$asked.recordType', fieldApiName: PICKLIST_FIELDS.language })
  languages: WireResult<PicklistValues> = {};

  @wire(getPicklistValues, { recordTypeId: '$asked.recordType', fieldApiName: PICKLIST_FIELDS.emailEncoding })
  emailEncodings: WireResult<PicklistValues> = {};

  @wire(getPicklistValues, { recordTypeId: '$roleRecordType', fieldApiName: PICKLIST_FIELDS.portalRole })
  receivePortalRoles({ data }: WireResult<PicklistValues>): void {
    // Build the array once, because an open list loses its highlighted option with a new array.
    this.portalRoles = data && [{ label: formLabels.roleByOrg, value: '' }, ...data.values];
  }

  /** UI API may refuse this object: the list of supported objects doesn't name it. */
  @wire(getObjectInfo, { objectApiName: '$asked.assignment' })
  assignmentInfo: WireResult<ObjectInfoRepresentation> = {};

  @wire(graphql, { query: '$permissionSetsQuery' })
  permissionSetsResult: GraphQLResult = {};

  @wire(graphql, { query: '$namesDocument', variables: '$namesQuery' })
  receiveNames(result: GraphQLResult): void {
    this.namesResult = result;
    this.answeredNames = this.namesQuery;
  }

  portalRoles: readonly Choice[] | undefined;
  private givenDraft: UserDraft | undefined;
  /** What the wires ask for must not hang on the draft itself: each key would ask anew. */
  asked: Partial<typeof ASKED> = {};
  labels = formLabels;

  // — names in use: the last query, and the query that `namesResult` answers —
  namesQuery: ReturnType<typeof toNamesQuery> | undefined;
  private answeredNames: ReturnType<typeof toNamesQuery> | undefined;
  private namesResult: GraphQLResult = {};
  private typing: ReturnType<typeof setTimeout> | undefined;

  /** Fields that show their problem: those left so far, and all with a problem after an attempt to create. */
  private touched: readonly string[] = [];
  private shouldFocusProblem = false;

  readonly #findingsOf = memoized(findingsOf);
  readonly #notesOf = memoized(notesOf);
  readonly #namesOf = memoized(namesOf);
  readonly #problemsOf = memoized(problemsOf);

  // — what the wires ask —

  get roleRecordType(): string | undefined {
    return this.profile?.isRoleBased === true ? MASTER_RECORD_TYPE : undefined;
  }

  get permissionSetsQuery() {
    return this.assignmentInfo.data?.createable === true ? PERMISSION_SETS_QUERY : undefined;
  }

  get namesDocument() {
    return this.namesQuery && NAMES_IN_USE_QUERY;
  }

  // — what the form offers —

  get kinds(): readonly ExternalUserKind[] {
    return this.org === undefined ? ['customer', 'partner'] : kindsOffered(this.org, this.contact);
  }

  /** Undefined if profiles can't be read, so that the form asks for an id. */
  get profiles(): readonly ExternalProfile[] | undefined {
    return profilesOf(this.org, this.draft);
  }

  get choices() {
    return {
      timeZone: toChoices(this.timeZones.data, this.draft?.timeZone ?? ''),
      locale: toChoices(this.locales.data, this.draft?.locale ?? ''),
      language: toChoices(this.languages.data, this.draft?.language ?? ''),
      emailEncoding: toChoices(this.emailEncodings.data, this.draft?.emailEncoding ?? ''),
      ...(this.roleRecordType !== undefined && this.portalRoles ? { portalRole: this.portalRoles } : {})
    };
  }

  get permissionSets(): readonly Choice[] | undefined {
    return permissionSetsOf(this.assignmentInfo, this.permissionSetsResult, this.profile);
  }

  // — what is wrong —

  /** Findings about the choices; each is shown at its field. */
  get findings(): readonly Finding[] {
    return this.#findingsOf(this.contact, this.org, this.draft, this.namesInUse);
  }

  get notes() {
    return this.#notesOf(this.findings);
  }

  /** Whether the nickname matters while its field is folded: it is taken, or somebody changed it. */
  get showsNickname(): boolean {
    const { contact, org, draft, notes } = this;
    const isTaken = notes.nickname.some(({ status }) => status === 'warning');
    return isTaken || isNicknameChanged(draft, contact, org);
  }

  /** A problem that a person has not caused is shown at once, in a field that is folded otherwise. */
  get needsPerson(): boolean {
    return this.problems.some(({ field }) => field !== 'profileId' && field !== 'username');
  }

  get messages() {
    const { findings, failure, names } = this;
    const problems = this.problems.filter(({ field }) => this.touched.includes(field));
    return messagesFor({ problems, findings, failure, names });
  }

  get problemSummary(): string {
    return summaryOf(this.messages);
  }

  override disconnectedCallback(): void {
    clearTimeout(this.typing);
  }

  override renderedCallback(): void {
    if (this.shouldFocusProblem) this.focusProblem();
    this.shouldFocusProblem = false;
  }

  handleDraftChange({ detail }: CustomEvent<UserDraft>): void {
    const { org, draft, contact } = this;
    const hasOtherKind = org !== undefined && draft?.kind !== detail.kind;
    this.change(hasOtherKind ? { ...detail, profileId: defaultProfileId(org, detail.kind, contact) } : detail);
    clearTimeout(this.typing);
    // eslint-disable-next-line @lwc/lwc/no-async-operation -- queries after a pause in typing; cleared with the component
    this.typing = setTimeout(() => {
      this.queryNames();
    }, TYPING_PAUSE);
  }

  handleLeave({ detail }: CustomEvent<string>): void {
    this.touched = [...this.touched, detail];
    this.queryNames();
  }

  /** A fix that is not in the form goes on to the parent. */
  handleFix(event: CustomEvent<FixOffer>): void {
    const found = this.draft && withFreeName(event.detail.fix, this.draft, this.namesInUse);
    if (found !== undefined) {
      event.stopPropagation();
      this.change(found.cured);
      this.form?.focusField(found.field);
    }
  }

  /** Moves the focus to the first field with a message, else to the check that stops. */
  private focusProblem(): void {
    if (this.form?.focusField() === false) {
      const stopped = Object.entries(this.notes).find(([, findings]) => isBlocked(findings))?.[0] ?? 'profile';
      this.template?.querySelector<HTMLElement>(`[slot=${stopped}]`)?.focus();
    }
  }

  private change(detail: UserDraft): void {
    this.dispatchEvent(new CustomEvent<UserDraft>('draftchange', { detail }));
  }

  /** Sends no query while its prefixes stay the same, because the last answer still holds. */
  private queryNames(): void {
    const query = this.draft && toNamesQuery(this.draft);
    if (JSON.stringify(query) !== JSON.stringify(this.namesQuery)) this.namesQuery = query;
  }

  private get namesInUse(): NamesInUse {
    return this.#namesOf(this.namesResult, this.answeredNames, this.draft, this.failure);
  }

  private get profile(): ExternalProfile | undefined {
    return this.profiles?.find(({ id }) => id === this.draft?.profileId);
  }

  private get problems(): readonly DraftProblem[] {
    return this.#problemsOf(this.draft, this.userObjectInfo.data);
  }

  private get form(): Form | null {
    return this.template?.querySelector<Form>('c-external-user-form') ?? null;
  }
}
