import { callerOf, type Answer, type Caller } from './caller.ts';

/** A client of a new starting org, as Sales Ops, with the rights of one permission set. */
export const salesOpsOf = (org: string): Caller => callerOf(org).as('Sales Ops');

/** Creates a customer user for the org's default contact, with changed fields. */
export async function createUser(caller: Caller, fields: Readonly<Record<string, unknown>> = {}): Promise<Answer> {
  const { defaultContactId } = caller.localOrg.org;
  return caller.call('POST', '/ui-api/records', {
    apiName: 'User',
    fields: {
      ContactId: defaultContactId,
      ProfileId: fields['ProfileId'] ?? caller.named('Profile', 'Acme Customer').Id,
      Username: 'new.user@acme.example.portal',
      Email: 'new.user@mail.example',
      LastName: 'User',
      Alias: 'nuser',
      TimeZoneSidKey: 'Europe/Stockholm',
      LocaleSidKey: 'en_GB',
      LanguageLocaleKey: 'en_US',
      EmailEncodingKey: 'UTF-8',
      ...fields
    }
  });
}

/** The users of the org's default contact, by GraphQL. */
export const usersOfContact = (caller: Caller): Promise<unknown> =>
  caller.graphql(
    'query ($id: ID) { uiapi { query { User(where: { ContactId: { eq: $id } }) { edges { node { IsActive { value } } } } } } }',
    { id: caller.localOrg.org.defaultContactId }
  );

/** A successful GraphQL answer with nodes of one object. */
export const edges = (object: string, nodes: readonly unknown[]): Readonly<Record<string, unknown>> => ({
  errors: [],
  data: { uiapi: { query: { [object]: { edges: nodes.map((node) => ({ node })) } } } }
});

/** The GraphQL answer to a query with a field that the caller's schema does not have. */
export function unknownField(field: string, type: string): Readonly<Record<string, unknown>> {
  const message: unknown = expect.stringContaining(`Field '${field}' in type '${type}' is undefined`);
  return { data: null, errors: [{ message }] };
}
