import { createElement } from 'lwc';
import EnableExternalUser from 'c/enableExternalUser';
import { getObjectInfo, getPicklistValues } from 'lightning/uiObjectInfoApi';
import { getRecord, notifyRecordUpdateAvailable, updateRecord, type RecordRepresentation } from 'lightning/uiRecordApi';
import {
  accountRecord,
  contactRecord,
  noUserData,
  noUsersOfAccount,
  ofQuery,
  picklist,
  record,
  userObjectInfo
} from './answers.ts';
import { readyContact } from './facts.ts';
import { screenOf, settled, unfold, type Screen } from './screen.ts';
import { answerOfOrg, create, org, startEachTest, type OrgAnswers } from './testOrg.ts';
import { testWire } from './wires.ts';
import { attempts, openSends } from '../../main/default/lwc/enableExternalUser/attempt.ts';

/** Mocks of the functions that change records and notify the page. */
export const update = jest.mocked(updateRecord);
export const notify = jest.mocked(notifyRecordUpdateAvailable);

const userRecord = record('User', '00500001000000IAAQ', { Username: 'amelie.dubois@northwind.example' });

interface Answers extends OrgAnswers {
  readonly contact?: RecordRepresentation;
  readonly user?: unknown;
  readonly usersOfAccount?: unknown;
}

export interface Shown {
  readonly element: HTMLElement;
  readonly screen: Screen;
}

/** Opens the action as the platform does: it sets `recordId` after connecting the component. */
export function open(recordId = readyContact.id): Shown {
  const element = createElement('c-enable-external-user', { is: EnableExternalUser });
  document.body.appendChild(element);
  element.recordId = recordId;
  return { element, screen: screenOf(element) };
}

/** Answers the requests of the first screen; by default there is no blocker. */
export async function answer({ contact, user, usersOfAccount, ...ofOrg }: Answers = {}): Promise<void> {
  await settled();
  testWire(getRecord).emit(contact ?? contactRecord());
  org.emit(user ?? noUserData, ofQuery('ExternalUserOfContact'));
  org.emit(usersOfAccount ?? noUsersOfAccount, ofQuery('ExternalUsersOfAccount'));
  await answerOfOrg(ofOrg);
}

export async function openReady(answers?: Answers): Promise<Shown> {
  const shown = open();
  await answer(answers);
  return shown;
}

export async function openDetails(answers?: Answers): Promise<Shown> {
  const shown = await openReady(answers);
  testWire(getObjectInfo).emit(userObjectInfo);
  const picklists = { TimeZoneSidKey: 'Europe/Stockholm', LocaleSidKey: 'sv_SE', LanguageLocaleKey: 'en_US' };
  for (const [field, value] of Object.entries(picklists)) {
    testWire(getPicklistValues).emit(
      picklist([`Label of ${value}`, value]),
      ({ fieldApiName }) => fieldApiName === `User.${field}`
    );
  }
  await settled();
  await unfold(shown.screen);
  return shown;
}

/** Sets the answer to the next look-up of the contact's user. */
export function nextLookUpFinds(data: unknown): void {
  org.refresh.mockImplementationOnce(() => {
    org.emit(data, ofQuery('ExternalUserOfContact'));
    return Promise.resolve();
  });
}

/** Sets the answers to the look-ups after the next request; those before it find what is on screen. */
export function creationMakes(data: unknown): void {
  lookUpsAfterCreation(() => {
    org.emit(data, ofQuery('ExternalUserOfContact'));
    return Promise.resolve();
  });
}

export function lookUpsAfterCreation(look: () => Promise<void>): void {
  const sent = create.mock.calls.length;
  org.refresh.mockImplementation(() => (create.mock.calls.length > sent ? look() : Promise.resolve()));
}

/** Gives every test an org that accepts each request, and an empty page. */
export function startAnew(): void {
  startEachTest(() => {
    attempts.clear();
    openSends.clear();
    create.mockReset().mockResolvedValue(userRecord);
    update.mockReset().mockResolvedValue(accountRecord());
  });
}
