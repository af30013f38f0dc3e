import { getRecord } from 'lightning/uiRecordApi';
import { getObjectInfo, getPicklistValues } from 'lightning/uiObjectInfoApi';
import { fieldLabels, fixLabelFor, sentenceForProblem } from 'c/externalUserLabels';
import type { RowTab } from 'c/externalUserRows';
import { codeOfHeldName, findRemarks } from 'c/externalUserListRules';
import {
  type CheckSummary,
  type DraftField,
  type DraftProblem,
  type ExistingUser,
  type Finding
} from 'c/externalUserRules';
import { CONTACT_ID, recordsOf, type DecisionCase } from '../cases/decisionCase.ts';
import { picklist, record, userObjectInfo } from './answers.ts';
import { answerNamesOf, answerOrgOf, answerQuery, toRecord } from './caseAnswers.ts';
import { open as openAction } from './openedAction.ts';
import { open as openScreen } from './openedScreen.ts';
import { settled, unfold, type Screen } from './screen.ts';
import { create } from './testOrg.ts';
import { testWire } from './wires.ts';

/** Runs a contact through a surface and reads its decision from the screen. */

export interface Decided {
  readonly outcome: string;
  readonly code: string;
  readonly deviations: readonly string[];
}

/** Reads a property that the surface passes to a child component. */
function property(screen: Screen, selector: string, name: string): unknown {
  const [child] = screen.find(selector);
  return child === undefined ? undefined : Reflect.get(child, name);
}

export async function decideOnListScreen(given: DecisionCase): Promise<Decided> {
  const { screen } = openScreen([CONTACT_ID]);
  await settled();
  answerQuery(given, 'ExternalUserSelectedContacts', 'Contact', 'Contact');
  answerQuery(given, 'ExternalUsersOfContacts', 'ContactId', 'User', 'Organization');
  testWire(getObjectInfo).emit(userObjectInfo);
  await answerOrgOf(given);
  await answerNamesOf(given, 'ExternalUserNamesTaken');
  if (given.kind === 'partner') {
    await screen.choose('Partner');
  }
  const tabs = (property(screen, 'c-external-user-rows', 'tabs') as readonly RowTab[] | undefined) ?? [];
  const tab = tabs.find(({ rows }) => rows.length > 0);
  const [row] = tab?.rows ?? [];
  if (tab === undefined || row === undefined) {
    throw new Error('The contact has no row.');
  }
  if (tab.name !== 'ready' && tab.name !== 'decision') {
    return { outcome: tab.name, code: row.code, deviations: [] };
  }
  if (tab.name === 'decision') {
    screen.find('input[data-row]')[0]?.click();
    await settled();
  }
  if (screen.button('Create 1 User').disabled) {
    // A ready contact that can't be sent lacks its profile, the only required choice, or a seat.
    const isChosen = screen.field(fieldLabels.profileId).value !== '';
    return {
      outcome: 'blocked',
      code: isChosen && screen.text().includes('1 seat short.') ? 'seatsTaken' : 'profileNotChosen',
      deviations: []
    };
  }
  return { outcome: 'enable', code: row.code === '' ? 'ready' : row.code, deviations: row.deviations };
}

/** Whether the quick action offers to make the contact's inactive user active again. */
export async function offersReactivation(given: DecisionCase): Promise<boolean> {
  const screen = await openActionOn(given);
  return !screen.button('Reactivate User').disabled;
}

async function openActionOn(given: DecisionCase): Promise<Screen> {
  const { screen } = openAction();
  await settled();
  const records = recordsOf(given);
  const [contact = {}] = records['Contact'] ?? [];
  testWire(getRecord).emit(toRecord('Contact', contact));
  const User = records['User']?.filter(({ ContactId }) => ContactId === CONTACT_ID) ?? [];
  answerQuery(
    { ...given, records: { ...records, User } },
    'ExternalUserOfContact',
    'ContactId',
    'User',
    'Organization'
  );
  answerQuery({ ...given, records: { ...records, User: [] } }, 'ExternalUsersOfAccount', 'ContactId', 'User');
  await answerOrgOf(given);
  return screen;
}

export async function decideInQuickAction(given: DecisionCase): Promise<Decided> {
  const screen = await openActionOn(given);
  const user = property(screen, 'c-external-user-status', 'user') as ExistingUser | undefined;
  if (user !== undefined) {
    return { outcome: 'already', code: user.isActive ? 'userActive' : 'userInactive', deviations: [] };
  }
  const prerequisites = checksOn(screen);
  if (!screen.hasButton('Create User')) {
    return { outcome: 'blocked', code: firstBlocked(prerequisites), deviations: [] };
  }
  await answerForm();
  await unfold(screen);
  if (given.kind === 'partner') {
    await screen.choose('Partner');
  }
  if (given.username !== undefined) {
    await screen.fillIn(fieldLabels.username, given.username);
  }
  await answerNamesOf(given, 'ExternalUserNamesInUse');
  const choices = findingsOn(screen);
  for (const finding of choices.filter(({ fix, status }) => fix === 'useFreeUsername' && status === 'blocked')) {
    await screen.press(fixLabelFor(finding) ?? '');
  }
  create.mockClear();
  create.mockResolvedValue(record('User', '005000010000008AAA', {}));
  await screen.press('Create User');
  return create.mock.calls.length > 0
    ? {
        outcome: 'enable',
        code: remarkOf(prerequisites, choices, given) ?? 'ready',
        deviations: choices.flatMap(heldNameOf)
      }
    : { outcome: 'blocked', code: problemOn(screen) ?? firstBlocked(findingsOn(screen)), deviations: [] };
}

function heldNameOf({ check, holder }: Finding): readonly string[] {
  return holder !== undefined && (check === 'username' || check === 'nickname') ? [codeOfHeldName(check, holder)] : [];
}

function remarkOf(
  prerequisites: readonly Finding[],
  choices: readonly Finding[],
  { kind }: DecisionCase
): string | undefined {
  const remarks = findRemarks([...choices, ...prerequisites], kind ?? 'customer');
  return [...remarks, ...choices.filter(({ check }) => check === 'usernameForm')][0]?.code;
}

function checksOn(screen: Screen): readonly Finding[] {
  const { cards = [], unseen = [] } =
    (property(screen, 'c-external-user-banner', 'checks') as CheckSummary | undefined) ?? {};
  return [...cards, ...unseen];
}

function findingsOn(screen: Screen): readonly Finding[] {
  return screen.find('c-external-user-notes').flatMap((notes) => Reflect.get(notes, 'findings') as readonly Finding[]);
}

function firstBlocked(findings: readonly Finding[]): string {
  return findings.find(({ status }) => status === 'blocked')?.code ?? '';
}

async function answerForm(): Promise<void> {
  testWire(getObjectInfo).emit(userObjectInfo);
  testWire(getPicklistValues).emit(picklist());
  await settled();
}

type Messages = Readonly<Partial<Record<DraftField, string>>>;

const PROBLEMS: readonly DraftProblem['code'][] = [
  'required',
  'notAnEmail',
  'notAUsername',
  'usernameCharacter',
  'notAProfileId',
  'tooLong'
];

/** Returns the code of the form's message; the email comes first because the username may be derived from it. */
function problemOn(screen: Screen): string | undefined {
  const messages = property(screen, 'c-external-user-form', 'messages') as Messages | undefined;
  const entries = Object.entries(messages ?? {});
  const [field = '', message] = entries.find(([name]) => name === 'email') ?? entries[0] ?? [];
  const code = PROBLEMS.find((each) => message?.startsWith(beginningOf(each)));
  if (code === 'required') {
    return { email: 'emailMissing', profileId: 'profileNotChosen' }[field];
  }
  return code;
}

/** The sentence of a problem up to its first word. */
function beginningOf(code: DraftProblem['code']): string {
  const [beginning = ''] = sentenceForProblem(sampleOf(code)).split('§');
  return beginning;
}

function sampleOf(code: DraftProblem['code']): DraftProblem {
  switch (code) {
    case 'tooLong':
      return { field: 'username', code, limit: 80 };
    case 'usernameCharacter':
      return { field: 'username', code, character: '§', place: 1 };
    default:
      return { field: 'username', code };
  }
}
