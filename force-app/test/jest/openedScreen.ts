import { createElement } from 'lwc';
import EnableExternalUsers from 'c/enableExternalUsers';
import { getObjectInfo } from 'lightning/uiObjectInfoApi';
import { RUNNING_USER, ofQuery, organizationNode, queryData, record, settingsData, userObjectInfo } from './answers.ts';
import { account, customerProfile, owner } from './facts.ts';
import { screenOf, settled, type Screen } from './screen.ts';
import { answerOfOrg, create, org, startEachTest, type OrgAnswers } from './testOrg.ts';
import { testWire } from './wires.ts';

type Scalar = string | boolean | null;
type Node = Readonly<Record<string, unknown>>;

function values(fields: Readonly<Record<string, Scalar>>): Node {
  return Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, { value }]));
}

/** Returns the id of the contact with this number. */
export function contactId(number: number): string {
  return `00300001000${String(number).padStart(4, '0')}AAA`;
}

export function userId(number: number): string {
  return `00500001000${String(number).padStart(4, '0')}AAA`;
}

const ownerNode: Node = {
  Id: owner.id,
  ...values({ Name: owner.name, IsActive: true, UserRoleId: '00E000010000003EAA', UserType: 'Standard' })
};

export const accountNode: Node = {
  Id: account.id,
  ...values({ Name: account.name, IsPartner: true }),
  Owner: ownerNode
};

/** Contact 1 is Person 1 and can be enabled. */
export function contactNode(number: number, changes: Node = {}): Node {
  const text = String(number);
  return {
    Id: contactId(number),
    ...values({
      Name: `Person ${text}`,
      FirstName: 'Person',
      LastName: text,
      Email: `person${text}@northwind.example`,
      IndividualId: null,
      AccountId: account.id
    }),
    Account: accountNode,
    ...changes
  };
}

export function userNode(number: number, username = `person${String(number)}@northwind.example`): Node {
  return {
    Id: userId(number),
    ...values({
      ContactId: contactId(number),
      Name: `Person ${String(number)}`,
      Username: username,
      IsActive: true,
      CreatedById: RUNNING_USER,
      CreatedDate: new Date().toISOString()
    })
  };
}

interface Answers extends OrgAnswers {
  readonly contacts: readonly Node[];
  readonly users?: readonly Node[];
}

export interface Shown {
  readonly element: HTMLElement;
  readonly screen: Screen;
}

/** Opens the screen as a flow does. */
export function open(ids: readonly string[] | null): Shown {
  const element = createElement('c-enable-external-users', { is: EnableExternalUsers });
  Object.assign(element, { contactIds: ids, availableActions: ['FINISH'] });
  document.body.appendChild(element);
  return { element, screen: screenOf(element) };
}

export function usersData(nodes: readonly Node[]): unknown {
  return queryData({ User: nodes, Organization: [organizationNode] });
}

export async function answer({ contacts, users, ...ofOrg }: Answers): Promise<void> {
  await settled();
  org.emit(queryData({ Contact: contacts }), ofQuery('ExternalUserSelectedContacts'));
  org.emit(usersData(users ?? []), ofQuery('ExternalUsersOfContacts'));
  testWire(getObjectInfo).emit(userObjectInfo);
  await answerOfOrg({ settings: settingsData([{ Default_Customer_Profile__c: customerProfile.name }]), ...ofOrg });
}

/** Opens the screen with this number of contacts, none of them blocked. */
export async function openReady(count: number, changes: Partial<Answers> = {}): Promise<Shown> {
  const numbers = Array.from({ length: count }, (_item, index) => index + 1);
  const shown = open(numbers.map(contactId));
  await answer({ contacts: numbers.map((number) => contactNode(number)), ...changes });
  return shown;
}

/** Sets the answer to each later look-up of users. */
export function lookUpsFind(nodes: readonly Node[]): void {
  org.refresh.mockImplementation(() => {
    org.emit(usersData(nodes), ofQuery('ExternalUsersOfContacts'));
    return Promise.resolve();
  });
}

/** Sets the answer to the look-ups after the next request; those before it find what is on screen. */
export function creationsMake(nodes: readonly Node[]): void {
  const sent = create.mock.calls.length;
  org.refresh.mockImplementation(() => {
    if (create.mock.calls.length > sent) {
      org.emit(usersData(nodes), ofQuery('ExternalUsersOfContacts'));
    }
    return Promise.resolve();
  });
}

/** Returns the name of each tab with its count. */
export function tabsOf({ screen }: Pick<Shown, 'screen'>): string {
  return screen
    .find('[role=tab]')
    .map((tab) => textOf(tab))
    .join(' · ');
}

export async function openTab({ screen }: Pick<Shown, 'screen'>, name: string): Promise<void> {
  const tab = screen.find('[role=tab]').find((each) => textOf(each).startsWith(name));
  if (tab === undefined) {
    throw new Error(`There is no tab ${name}.`);
  }
  tab.click();
  await settled();
}

/** Returns the text of each cell in a contact's row of the open tab; empty if it has none there. */
export function rowOf({ screen }: Pick<Shown, 'screen'>, number: number): string {
  const [row] = screen.find(`tr[data-contact="${contactId(number)}"]`);
  return [...(row?.children ?? [])].map((cell) => textOf(cell)).join(' | ');
}

/** Opens a tab and returns the text of each cell in a contact's row. */
export async function rowIn(shown: Pick<Shown, 'screen'>, tab: string, number: number): Promise<string> {
  await openTab(shown, tab);
  return rowOf(shown, number);
}

function textOf({ textContent }: Element): string {
  return textContent.replace(/\s+/g, ' ').trim();
}

function createLabel(count: number): string {
  return count === 1 ? 'Create 1 User' : `Create ${String(count)} Users`;
}

/** Asks for this number of users, and says yes to the question. */
export async function createUsers({ screen }: Pick<Shown, 'screen'>, count: number): Promise<void> {
  await screen.press(createLabel(count));
  await screen.press(createLabel(count));
}

interface FlowScreen extends HTMLElement {
  validate(): { isValid: boolean; errorMessage: string };
  createdCount: number;
  failedCount: number;
  createdUserIds: readonly string[];
}

/** The component as the flow uses it. */
export function flowScreen(element: HTMLElement): FlowScreen {
  return element as FlowScreen;
}

/** The first request for each of these contacts is refused with this reason. */
export function refuseOnce(refusals: Readonly<Record<number, unknown>>): void {
  const yes = create.getMockImplementation();
  const left = new Map(Object.entries(refusals).map(([number, reason]) => [contactId(Number(number)), reason]));
  create.mockImplementation((input) => {
    const id = String(input.fields['ContactId']);
    const reason = left.get(id);
    left.delete(id);
    // eslint-disable-next-line @typescript-eslint/prefer-promise-reject-errors -- UI API's rejections are no Error
    return reason === undefined ? (yes?.(input) ?? Promise.reject(new Error())) : Promise.reject(reason);
  });
}

/** Gives every test an org that accepts each request, and an empty page. */
export function startAnew(): void {
  startEachTest(() => {
    create.mockReset().mockImplementation(({ fields }) => {
      const number = Number(String(fields['ContactId']).slice(11, 15));
      return Promise.resolve(record('User', userId(number), { Username: String(fields['Username']) }));
    });
  });
}
