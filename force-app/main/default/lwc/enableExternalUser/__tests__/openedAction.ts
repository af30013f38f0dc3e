import { createElement } from 'lwc';
import EnableExternalUser from 'c/enableExternalUser';
import { graphql } from 'lightning/graphql';
import { getObjectInfo, getPicklistValues } from 'lightning/uiObjectInfoApi';
import {
  createRecord,
  getRecord,
  getRecords,
  notifyRecordUpdateAvailable,
  updateRecord,
  type RecordRepresentation,
  type FetchResponse
} from 'lightning/uiRecordApi';
import {
  accountRecord,
  bothProfilesData,
  contactRecord,
  licenseResults,
  liveSiteData,
  noUserData,
  ofQuery,
  picklist,
  record,
  settingsData,
  userObjectInfo
} from '../../../../../test/jest/answers.ts';
import { customerProfile, partnerProfile, readyContact } from '../../../../../test/jest/facts.ts';
import type { graphql as TestGraphql } from '../../../../../test/jest/lightning/graphql.ts';
import { screenOf, settled, type Screen } from '../../../../../test/jest/screen.ts';
import { testWire } from '../../../../../test/jest/wires.ts';

export const org = graphql as unknown as typeof TestGraphql;
/** What the org is told to do, and what it was told. */
export const create = jest.mocked(createRecord);
export const update = jest.mocked(updateRecord);
export const notify = jest.mocked(notifyRecordUpdateAvailable);

const userRecord = record('User', '00500001000000IAAQ', { Username: 'amelie.dubois@northwind.example' });

interface Answers {
  readonly contact?: RecordRepresentation;
  readonly user?: unknown;
  readonly profiles?: unknown;
  readonly licenses?: unknown;
  readonly sites?: unknown;
  readonly settings?: unknown;
}

export interface Shown {
  readonly element: HTMLElement;
  readonly screen: Screen;
}

/** The action as the platform opens it: `recordId` comes after it was connected. */
export function open(): Shown {
  const element = createElement('c-enable-external-user', { is: EnableExternalUser });
  document.body.appendChild(element);
  element.recordId = readyContact.id;
  return { element, screen: screenOf(element) };
}

/** The org's answers to what the first screen asks; by default nothing stands in the way. */
async function answer({ contact, user, profiles, licenses, sites, settings }: Answers = {}): Promise<void> {
  await settled();
  testWire(getRecord).emit(contact ?? contactRecord());
  org.emit(user ?? noUserData, ofQuery('ExternalUserOfContact'));
  org.emit(profiles ?? bothProfilesData, ofQuery('ExternalUserProfiles'));
  org.emit(sites ?? liveSiteData, ofQuery('ExternalUserSites'));
  await settled();
  testWire(getRecords).emit(licenses ?? licenseResults(customerProfile, partnerProfile));
  org.emit(settings ?? settingsData(), ofQuery('ExternalUserSettings'));
  await settled();
}

export async function openReady(answers?: Answers): Promise<Shown> {
  const shown = open();
  await answer(answers);
  return shown;
}

export async function openDetails(answers?: Answers): Promise<Shown> {
  const shown = await openReady(answers);
  await shown.screen.press('Next');
  testWire(getObjectInfo).emit(userObjectInfo);
  const picklists = { TimeZoneSidKey: 'Europe/Stockholm', LocaleSidKey: 'sv_SE', LanguageLocaleKey: 'en_US' };
  for (const [field, value] of Object.entries(picklists)) {
    testWire(getPicklistValues).emit(
      picklist([`Label of ${value}`, value]),
      ({ fieldApiName }) => fieldApiName === `User.${field}`
    );
  }
  await settled();
  return shown;
}

/** What the org shows when the contact's user is asked for anew. */
export function nextLookUpFinds(data: unknown): void {
  org.refresh.mockImplementationOnce(() => {
    org.emit(data, ofQuery('ExternalUserOfContact'));
    return Promise.resolve();
  });
}

export function refusal(errorCode: string, message: string, field: string | null = null): FetchResponse {
  const error = { errorCode, message, field };
  const output =
    field === null ? { errors: [error], fieldErrors: {} } : { errors: [], fieldErrors: { [field]: [error] } };
  return { ok: false, status: 400, statusText: 'Bad Request', body: { statusCode: 400, message: '', output } };
}

export function usersSent(): readonly Readonly<Record<string, unknown>>[] {
  return create.mock.calls.map(([{ fields }]) => fields);
}

/** Every test gets an org that says yes, and an empty page. */
export function startAnew(): void {
  beforeEach(() => {
    jest.clearAllMocks();
    create.mockReset().mockResolvedValue(userRecord);
    update.mockReset().mockResolvedValue(accountRecord());
    org.refresh.mockReset().mockResolvedValue();
  });

  afterEach(() => {
    document.body.replaceChildren();
  });
}
