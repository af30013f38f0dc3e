import { graphql } from 'lightning/graphql';
import { createRecord, getRecords, type FetchResponse } from 'lightning/uiRecordApi';
import { bothProfilesData, licenseResults, liveSiteData, ofQuery, settingsData } from './answers.ts';
import { customerProfile, partnerProfile } from './facts.ts';
import type { graphql as TestGraphql } from './lightning/graphql.ts';
import { settled } from './screen.ts';
import { testWire } from './wires.ts';

/** The mock of the org that components query by GraphQL. */
export const org = graphql as unknown as typeof TestGraphql;
/** The mock of the function that creates records. */
export const create = jest.mocked(createRecord);

export interface OrgAnswers {
  readonly profiles?: unknown;
  readonly licenses?: unknown;
  readonly sites?: unknown;
  readonly settings?: unknown;
}

/** Answers the requests about the org in their order; by default there is no blocker. */
export async function answerOfOrg({ profiles, licenses, sites, settings }: OrgAnswers): Promise<void> {
  org.emit(profiles ?? bothProfilesData, ofQuery('ExternalUserProfiles'));
  org.emit(sites ?? liveSiteData, ofQuery('ExternalUserSites'));
  await settled();
  testWire(getRecords).emit(licenses ?? licenseResults(customerProfile, partnerProfile));
  org.emit(settings ?? settingsData(), ofQuery('ExternalUserSettings'));
  await settled();
}

/** Builds UI API's refusal of one field, or of the whole record. */
export function refusal(errorCode: string, message: string, field: string | null = null): FetchResponse {
  const error = { errorCode, message, field };
  const output =
    field === null ? { errors: [error], fieldErrors: {} } : { errors: [], fieldErrors: { [field]: [error] } };
  return { ok: false, status: 400, statusText: 'Bad Request', body: { statusCode: 400, message: '', output } };
}

export function usersSent(): readonly Readonly<Record<string, unknown>>[] {
  return create.mock.calls.map(([{ fields }]) => fields);
}

/** Gives every test an empty page and an org that accepts requests as `accept` defines. */
export function startEachTest(accept: () => void = () => undefined): void {
  beforeEach(() => {
    jest.clearAllMocks();
    org.refresh.mockReset().mockResolvedValue();
    accept();
  });

  afterEach(() => {
    document.body.replaceChildren();
  });
}
