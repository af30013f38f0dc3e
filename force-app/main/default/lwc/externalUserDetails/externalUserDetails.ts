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
  toFieldLimits,
  toNamesInUse,
  toNamesQuery,
  toPermissionSets,
  type Choice
} from 'c/externalUserOrg';
import {
  defaultProfileId,
  findChoiceFindings,
  findDraftProblems,
  freeNickname,
  freeUsername,
  isBlocked,
  kindsOffered,
  known,
  profilesOfKind,
  valueOr,
  type ContactFacts,
  type DraftField,
  type DraftProblem,
  type ExternalProfile,
  type Failure,
  type Finding,
  type NamesInUse,
  type OrgFacts,
  type UserDraft
} from 'c/externalUserRules';
import { messagesFor, summaryOf } from './messages.ts';

/** User has no record types: the master record type (UI API Developer Guide, Get Values for a Picklist Field). */
const MASTER_RECORD_TYPE = '012000000000000AAA';

/** In milliseconds; a person who types on is not to cause a question at each key. */
const TYPING_RESTS = 400;

interface Form extends HTMLElement {
  focusField(field?: DraftField): boolean;
}

/** The details step: what the org offers for the form, what is wrong in it, and what its choices bring up. */
export default class ExternalUserDetails extends LightningElement {
  @api contact: ContactFacts | undefined;
  @api org: OrgFacts | undefined;
  @api draft: UserDraft | undefined;
  /** What the org said of the last attempt. */
  @api failure: Failure | undefined;
  /** Whom and what the failure is about. */
  @api names: FailureNames = {};

  /** Whether the draft can be sent. If not, what stands in the way is shown and gets the focus. */
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

  /** Leads to the field that the org refused. */
  @api focusRefusal(): void {
    this.form?.focusField();
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

  @wire(getPicklistValues, { recordTypeId: '$roleRecordType', fieldApiName: PICKLIST_FIELDS.portalRole })
  receivePortalRoles({ data }: WireResult<PicklistValues>): void {
    // Made once: an open list would lose its highlighted option with a new array.
    this.portalRoles = data && [{ label: formLabels.roleByOrg, value: '' }, ...data.values];
  }

  /** Refused where UI API doesn't serve assignments: its list of supported objects doesn't name them. */
  @wire(getObjectInfo, { objectApiName: 'PermissionSetAssignment' })
  assignmentInfo: WireResult<ObjectInfoRepresentation> = {};

  @wire(graphql, { query: '$permissionSetsQuery' })
  permissionSetsResult: GraphQLResult = {};

  @wire(graphql, { query: '$namesDocument', variables: '$namesQuery' })
  receiveNames(result: GraphQLResult): void {
    this.namesResult = result;
    this.answeredNames = this.namesQuery;
  }

  portalRoles: readonly Choice[] | undefined;
  labels = formLabels;

  // — names in use: the query that was sent last, and the one that `namesResult` answers —
  namesQuery: ReturnType<typeof toNamesQuery> | undefined;
  private answeredNames: ReturnType<typeof toNamesQuery> | undefined;
  private namesResult: GraphQLResult = {};
  private typing: ReturnType<typeof setTimeout> | undefined;

  /** Fields that have been left, or all with a problem once a person tried to create: only these show problems. */
  private touched: readonly string[] = [];
  private shouldFocusProblem = false;

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

  get kinds() {
    return this.org === undefined ? [] : kindsOffered(this.org, this.contact);
  }

  /** Undefined where profiles can't be read: the form then takes an id. */
  get profiles(): readonly ExternalProfile[] | undefined {
    const { org, draft } = this;
    const isUnreadable = org?.profiles.kind === 'unknown' && org.profiles.reason !== 'pending';
    return org === undefined || draft === undefined || isUnreadable ? undefined : profilesOfKind(org, draft.kind);
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
    const { data, error } = this.assignmentInfo;
    return error !== undefined || data?.createable === false
      ? []
      : toPermissionSets(this.permissionSetsResult, this.profile && valueOr(this.profile.license, undefined));
  }

  // — what is wrong —

  /** What the choices bring up: it stands beside them. */
  get findings(): readonly Finding[] {
    const { contact, org, draft, namesInUse: names } = this;
    return contact === undefined || org === undefined || draft === undefined
      ? []
      : findChoiceFindings({ draft, contact, org, names });
  }

  get messages() {
    const { findings, failure, names } = this;
    const problems = this.problems.filter(({ field }) => this.touched.includes(field));
    return messagesFor({ problems, findings, failure, names });
  }

  get problemSummary(): string {
    return summaryOf(this.messages);
  }

  override connectedCallback(): void {
    this.askForNames();
  }

  override disconnectedCallback(): void {
    clearTimeout(this.typing);
  }

  override renderedCallback(): void {
    if (this.shouldFocusProblem) {
      this.shouldFocusProblem = false;
      this.focusProblem();
    }
  }

  handleDraftChange({ detail }: CustomEvent<UserDraft>): void {
    const { org, draft } = this;
    const hasOtherKind = org !== undefined && draft?.kind !== detail.kind;
    this.change(hasOtherKind ? { ...detail, profileId: defaultProfileId(org, detail.kind) } : detail);
    clearTimeout(this.typing);
    // eslint-disable-next-line @lwc/lwc/no-async-operation -- asks once typing rests; cleared with the component
    this.typing = setTimeout(() => {
      this.askForNames();
    }, TYPING_RESTS);
  }

  handleLeave({ detail }: CustomEvent<string>): void {
    this.touched = [...this.touched, detail];
    this.askForNames();
  }

  handleFix({ detail }: CustomEvent<Finding>): void {
    const { draft, namesInUse: names } = this;
    if (draft !== undefined && detail.fix === 'useFreeUsername') {
      this.change({ ...draft, username: freeUsername(draft.username.trim(), valueOr(names.usernames, [])) });
      this.form?.focusField('username');
    } else if (draft !== undefined && detail.fix === 'useFreeNickname') {
      this.change({ ...draft, nickname: freeNickname(draft.nickname.trim(), valueOr(names.nicknames, [])) });
      this.form?.focusField('nickname');
    } else {
      this.dispatchEvent(new CustomEvent<Finding>('fix', { detail }));
    }
  }

  /** A field with a message, else the checks. */
  private focusProblem(): void {
    if (this.form?.focusField() === false) {
      this.template?.querySelector<HTMLElement>('.findings')?.focus();
    }
  }

  private change(detail: UserDraft): void {
    this.dispatchEvent(new CustomEvent<UserDraft>('draftchange', { detail }));
  }

  /** Does nothing while the names that begin alike are the same: their answer holds for all of them. */
  private askForNames(): void {
    const query = this.draft && toNamesQuery(this.draft);
    if (JSON.stringify(query) !== JSON.stringify(this.namesQuery)) {
      this.namesQuery = query;
    }
  }

  /** A username that the org refused is taken, be it in an org that can't be seen from here. */
  private get namesInUse(): NamesInUse {
    const { draft, failure } = this;
    const names = toNamesInUse(this.namesResult, this.answeredNames, draft ?? { username: '', nickname: '' });
    return draft !== undefined && failure?.code === 'duplicateUsername'
      ? { ...names, usernames: known([...valueOr(names.usernames, []), draft.username.trim()]) }
      : names;
  }

  private get profile(): ExternalProfile | undefined {
    return this.profiles?.find(({ id }) => id === this.draft?.profileId);
  }

  private get problems(): readonly DraftProblem[] {
    return this.draft === undefined ? [] : findDraftProblems(this.draft, toFieldLimits(this.userObjectInfo.data));
  }

  private get form(): Form | null {
    return this.template?.querySelector<Form>('c-external-user-form') ?? null;
  }
}
