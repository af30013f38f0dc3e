import { wire } from 'lwc';
import { graphql, type GraphQLDocument, type GraphQLResult } from 'lightning/graphql';
import { getObjectInfo, type ObjectInfoRepresentation } from 'lightning/uiObjectInfoApi';
import type { WireResult } from 'lightning/uiRecordApi';
import type { CommonChoices } from 'c/externalUserChoices';
import ExternalUserFacts from 'c/externalUserOrgFacts';
import {
  NAMES_TAKEN_QUERY,
  SELECTED_CONTACTS_QUERY,
  USERS_OF_CONTACTS_QUERY,
  isAnswered,
  isPending,
  toContacts,
  toFieldLimits,
  toNamesTaken,
  toUsersOfContacts
} from 'c/externalUserOrg';
import {
  defaultSettings,
  isBlocked,
  isUsernamePattern,
  kindsOffered,
  known,
  profilesOfKind,
  seatsLeft,
  unknown,
  userAsSeen,
  valueOr,
  type ContactFacts,
  type ExistingUser,
  type ExternalProfile,
  type Fact,
  type Finding
} from 'c/externalUserRules';
import { changeChoices, defaultChoices, withChoices } from './choices.ts';
import { NameGiver, namesToAsk } from './names.ts';
import { findOrgFindings } from './orgFindings.ts';
import { planRows, type PlannedRow } from './planRows.ts';
import { MOST_CONTACTS, toSelection, type Selection } from './selection.ts';

export { MOST_CONTACTS } from './selection.ts';
export { urlOf, type PlannedRow } from './planRows.ts';
export type { NameGiver } from './names.ts';

/** In milliseconds; a person who types on is not to cause a question at each key. */
const TYPING_RESTS = 400;

/** Usernames that are shown for the pattern. */
const EXAMPLES = 3;

/** Rows by the present facts and choices, with names that no other row and no user has. */
interface Plan {
  readonly inputs: readonly unknown[];
  readonly unnamed: readonly PlannedRow[];
  readonly rows: readonly PlannedRow[];
  /** Knows the names that were given. */
  readonly names: NameGiver;
}

/** What a component that enables many contacts knows: a few requests, however many contacts. It declares `@api contactIds`. */
export default class ExternalUserSelection extends ExternalUserFacts {
  /** A flow hands over nothing where nothing is selected. */
  contactIds: readonly string[] | null | undefined;

  @wire(graphql, { query: '$contactsQuery', variables: '$userVariables' })
  contactsResult: GraphQLResult = {};

  @wire(getObjectInfo, { objectApiName: 'User' })
  userObjectInfo: WireResult<ObjectInfoRepresentation> = {};

  @wire(graphql, { query: '$namesQuery', variables: '$namesVariables' })
  namesResult: GraphQLResult = {};

  namesVariables: ReturnType<typeof namesToAsk> | undefined;
  unticked: readonly string[] = [];
  private changedChoices: CommonChoices | undefined;

  // `#` keeps them out of what rendering watches.
  #plan: Plan | undefined;
  #typing: ReturnType<typeof setTimeout> | undefined;

  // — what the wires ask —

  get contactsQuery(): GraphQLDocument | undefined {
    return this.isAskable ? SELECTED_CONTACTS_QUERY : undefined;
  }

  override get userQuery(): GraphQLDocument | undefined {
    return this.isAskable ? USERS_OF_CONTACTS_QUERY : undefined;
  }

  override get userVariables() {
    return { contactIds: this.selection.contactIds };
  }

  get namesQuery(): GraphQLDocument | undefined {
    return this.namesVariables && NAMES_TAKEN_QUERY;
  }

  // — what is known —

  get selection(): Selection {
    return toSelection(this.contactIds ?? []);
  }

  get contacts(): Fact<ReadonlyMap<string, ContactFacts>> {
    return this.selection.contactIds.length === 0 ? known(new Map()) : toContacts(this.contactsResult);
  }

  get users(): Fact<ReadonlyMap<string, ExistingUser>> {
    return toUsersOfContacts(this.userResult);
  }

  override get isReady(): boolean {
    const { contacts, org } = this;
    return (
      this.selection.contactIds.length === 0 ||
      (contacts.kind === 'known' && isAnswered(this.users, org) && !isPending(org.settings))
    );
  }

  override get isContactUnreadable(): boolean {
    const { contacts } = this;
    return contacts.kind === 'unknown' && contacts.reason !== 'pending';
  }

  get choices(): CommonChoices {
    return this.changedChoices ?? defaultChoices(this.org);
  }

  /** The same until an answer or a choice changes. */
  get plan(): Plan {
    const { contactsResult, userResult, userObjectInfo, namesResult, org, selection, choices } = this;
    const { kind, profileId, pattern } = choices;
    const inputs = [
      contactsResult,
      userResult,
      userObjectInfo,
      namesResult,
      org,
      this.contactIds,
      kind,
      profileId,
      pattern
    ];
    if (this.#plan === undefined || this.#plan.inputs.some((input, index) => input !== inputs[index])) {
      const contacts = valueOr(this.contacts, new Map<string, ContactFacts>());
      const limits = toFieldLimits(userObjectInfo.data);
      const unnamed = planRows({ selection, contacts, users: this.users, org, choices, limits });
      const names = new NameGiver(toNamesTaken(namesResult));
      this.#plan = { inputs, unnamed, names, rows: names.nameRows(unnamed) };
    }
    return this.#plan;
  }

  /** The rows that are to be enabled. */
  get chosen(): readonly PlannedRow[] {
    return this.plan.rows.filter(({ id, state }) => state === 'enable' && !this.unticked.includes(id));
  }

  /** Users that are to be made, with those for whom no seat is left. */
  get seatsNeeded(): number {
    return this.plan.rows.filter(
      ({ id, state, code }) => (state === 'enable' || code === 'seatsTaken') && !this.unticked.includes(id)
    ).length;
  }

  get kinds() {
    return kindsOffered(this.org);
  }

  /** Undefined where profiles can't be read: an id is typed then. */
  get profiles(): readonly ExternalProfile[] | undefined {
    const { org, choices } = this;
    return org.profiles.kind === 'known' ? profilesOfKind(org, choices.kind) : undefined;
  }

  get profile(): ExternalProfile | undefined {
    return this.profiles?.find(({ id }) => id === this.choices.profileId);
  }

  get isPatternUsable(): boolean {
    const settings = valueOr(this.org.settings, defaultSettings);
    return isUsernamePattern({ ...settings, usernamePattern: this.choices.pattern });
  }

  get examples(): readonly string[] {
    return this.isPatternUsable ? this.chosen.slice(0, EXAMPLES).flatMap(({ draft }) => draft?.username ?? []) : [];
  }

  /** Nothing is sent before the seats are counted, as far as they can be. */
  get cannotEnable(): boolean {
    const { profile, chosen, choices, orgFindings } = this;
    const license = profile?.license ?? unknown('noAccess');
    const left = license.kind === 'known' ? valueOr(seatsLeft(license.value), null) : null;
    return (
      chosen.length === 0 ||
      !/^00e\w{12}(?:\w{3})?$/.test(choices.profileId.trim()) ||
      !this.isPatternUsable ||
      isPending(license) ||
      (left !== null && left < chosen.length) ||
      isBlocked(orgFindings)
    );
  }

  get orgFindings(): readonly Finding[] {
    return findOrgFindings(withChoices(this.org, this.choices), this.existingUser, this.plan.unnamed);
  }

  override disconnectedCallback(): void {
    clearTimeout(this.#typing);
  }

  // — for the component —

  protected setChoices(next: CommonChoices): void {
    this.changedChoices = changeChoices(this.choices, next, this.org);
  }

  protected setTicks(ids: readonly string[], isTicked: boolean): void {
    const others = this.unticked.filter((id) => !ids.includes(id));
    this.unticked = isTicked ? others : [...others, ...ids];
  }

  /** Whether the names of the plan are taken: at once the first time, then when typing rests. */
  protected askForNames(): void {
    const asked = namesToAsk(this.plan.unnamed);
    if (asked.usernames.length === 0 || JSON.stringify(asked) === JSON.stringify(this.namesVariables)) {
      return;
    }
    clearTimeout(this.#typing);
    if (this.namesVariables === undefined) {
      this.namesVariables = asked;
      return;
    }
    // eslint-disable-next-line @lwc/lwc/no-async-operation -- asks once typing rests; cleared with the component
    this.#typing = setTimeout(() => {
      this.namesVariables = asked;
    }, TYPING_RESTS);
  }

  /** Reads all users anew, and says who holds this contact. */
  protected async findUserOf(contactId: string): Promise<Fact<ExistingUser | null>> {
    await this.findUser();
    const { users } = this;
    if (users.kind === 'unknown') {
      return users;
    }
    return userAsSeen(known(users.value.get(contactId) ?? null), this.org.runningUser);
  }

  protected override renewFacts(): void {
    super.renewFacts();
    void this.contactsResult.refresh?.();
  }

  private get isAskable(): boolean {
    const { length } = this.selection.contactIds;
    return length > 0 && length <= MOST_CONTACTS;
  }
}
