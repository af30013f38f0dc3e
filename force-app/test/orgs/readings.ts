import type { GraphQLDocument, GraphQLResult } from 'lightning/graphql';
import type { BatchResult, RecordRepresentation, WireResult } from 'lightning/uiRecordApi';
import type { ObjectInfoRepresentation } from 'lightning/uiObjectInfoApi';
import type { ContactReading } from 'c/externalUserContactFacts';
import type * as ListOrgModule from 'c/externalUserListOrg';
import type * as OrgModule from 'c/externalUserOrg';
import type { FieldLimits, NamesInUse, OrgFacts, UserDraft } from 'c/externalUserRules';
import type { SelectionReading } from 'c/externalUserSelectionFacts';
import type { LocalOrg, Person } from 'sfdx-local-org';
import { importFor } from './pageModules.ts';

/** Reads the facts of a person's page from a local org, by the requests that the components send from a browser. */
export interface Reader {
  readonly readContact: (contactId: string) => Promise<ContactReading>;
  readonly readSelection: (contactIds: readonly string[]) => Promise<SelectionReading>;
  readonly readNames: (draft: UserDraft) => Promise<NamesInUse>;
  readonly readLimits: () => Promise<FieldLimits>;
  /** Undefined if the org created the user, otherwise its refusal. */
  readonly createUser: (fields: Readonly<Record<string, string>>) => Promise<unknown>;
}

/** The permissions that components ask for. */
const PERMISSIONS = [
  'ManageCssUsers',
  'ManageNetworks',
  'ManagePartners',
  'ModifyAllData',
  'ViewAllData',
  'ViewAllProfiles',
  'ViewAllUsers',
  'ViewSetup'
];

const API = 'http://localhost/services/data/v68.0';

export function permissionsOf({ org }: LocalOrg, person: Person): readonly string[] {
  const access = org.access(person);
  return PERMISSIONS.filter((name) => access.has(name));
}

export async function createReader(localOrg: LocalOrg, person: Person): Promise<Reader> {
  const permissions = permissionsOf(localOrg, person);
  const product = await importFor<typeof OrgModule>(permissions, 'externalUserOrg/externalUserOrg');
  const listProduct = await importFor<typeof ListOrgModule>(permissions, 'externalUserListOrg/externalUserListOrg');

  async function call(method: string, path: string, body?: unknown): Promise<WireResult<unknown>> {
    const response = await localOrg.fetch(
      new Request(`${API}${path}`, {
        method,
        headers: { Authorization: `Bearer ${person.accessToken}`, 'Content-Type': 'application/json' },
        ...(body === undefined ? {} : { body: JSON.stringify(body) })
      })
    );
    const { ok, status, statusText } = response;
    const answer: unknown = await response.json();
    return ok ? { data: answer } : { error: { ok, status, statusText, body: answer } };
  }

  async function query(document: GraphQLDocument, variables: object = {}): Promise<GraphQLResult> {
    const { text } = document as GraphQLDocument & { readonly text: string };
    const { data, error } = await call('POST', '/graphql', { query: text, variables });
    if (error !== undefined) {
      throw new Error(`The org refused a whole query: ${JSON.stringify(error)}`);
    }
    const { data: found, errors = [] } = data as GraphQLResult;
    return { data: found ?? undefined, errors: errors.length === 0 ? undefined : errors };
  }

  async function readLicenses(profiles: GraphQLResult): Promise<OrgModule.LicenseAnswer> {
    const [request] = product.toLicenseRequest(profiles) ?? [];
    if (request === undefined) {
      return {};
    }
    const { recordIds, optionalFields } = request;
    const path = `/ui-api/records/batch/${recordIds.join(',')}?optionalFields=${optionalFields.join(',')}`;
    const { data, error } = await call('GET', path);
    const { results = [] } = (data ?? {}) as { readonly results?: readonly BatchResult[] };
    // One error is the error of the whole wire.
    return error !== undefined || results.some(({ statusCode }) => statusCode !== 200)
      ? { error: error ?? { ok: false, status: 400, statusText: '', body: results } }
      : { data: { results } };
  }

  async function readOrg(organization: GraphQLResult): Promise<OrgFacts> {
    const [profiles, sites, settings] = await Promise.all([
      query(product.PROFILES_QUERY),
      query(product.SITES_QUERY),
      query(product.SETTINGS_QUERY, { userId: person.userId })
    ]);
    const licenses = await readLicenses(profiles);
    const users = product.needsUsers({ profiles, licenses }) ? await query(product.USERS_BY_PROFILE_QUERY) : {};
    return product.toOrgFacts({ organization, profiles, sites, licenses, settings, users });
  }

  /** Read once, because every contact of the org gets the same answer. */
  let orgFacts: Promise<OrgFacts> | undefined;

  return {
    readContact: async (contactId) => {
      const fields = [`fields=${product.CONTACT_FIELDS.join(',')}`];
      const optional = `optionalFields=${product.CONTACT_OPTIONAL_FIELDS.join(',')}`;
      const path = `/ui-api/records/${contactId}?${[...fields, optional].join('&')}`;
      const answer = (await call('GET', path)) as WireResult<RecordRepresentation>;
      const users = await query(product.EXISTING_USER_QUERY, { contactId });
      orgFacts ??= readOrg(users);
      const [contact, user, org] = [product.toContactFacts(answer), product.toUserOfContact(users), await orgFacts];
      const isReady = contact !== undefined && product.isAnswered(user, org);
      return { contact, user, org, contactProblem: product.toContactProblem(answer), isReady };
    },
    readSelection: async (contactIds) => {
      const contacts = listProduct.toContacts(await query(listProduct.SELECTED_CONTACTS_QUERY, { contactIds }));
      const users = await query(listProduct.USERS_OF_CONTACTS_QUERY, { contactIds });
      const [selection, org] = [{ contactIds, others: [] }, await readOrg(users)];
      return { selection, contacts, users: listProduct.toUsersOfContacts(users), org, isReady: true };
    },
    readNames: async (draft) => {
      const names = product.toNamesQuery(draft);
      return product.toNamesInUse(await query(product.NAMES_IN_USE_QUERY, names), names, draft);
    },
    readLimits: async () => {
      const { data } = (await call('GET', '/ui-api/object-info/User')) as WireResult<ObjectInfoRepresentation>;
      return product.toFieldLimits(data);
    },
    createUser: async (fields) => (await call('POST', '/ui-api/records', { apiName: 'User', fields })).error
  };
}
