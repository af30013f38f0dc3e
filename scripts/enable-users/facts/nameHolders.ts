import { toFoundHolder, type FoundHolder, type NameField } from 'c/externalUserRules';
import { flagAt, textAt, type Json } from 'sf-cli/json';
import type { OrgApi } from '../transports/orgApi.ts';
import { FIELDS, queriesFor, QUERIES_A_CALL } from './namesInUse.ts';

interface WantedName {
  readonly field: NameField;
  readonly wanted: string;
}

/** Looks up who has these names. One call where there are any; a refusal hides the holders, and nothing else. */
export async function readNameHolders(
  api: OrgApi,
  names: readonly WantedName[]
): Promise<(name: WantedName) => FoundHolder> {
  const found = new Map<string, FoundHolder>();
  const hidden = new Set<NameField>();
  const wantedOf = (field: NameField): readonly string[] =>
    names.filter((name) => name.field === field).map(({ wanted }) => wanted);
  const queries = (['username', 'nickname'] as const).flatMap((field) =>
    queriesFor(field, wantedOf(field), `${FIELDS[field]}, Name, IsActive, ContactId, UserType`)
  );
  for (let start = 0; start < queries.length; start += QUERIES_A_CALL) {
    const asked = queries.slice(start, start + QUERIES_A_CALL);
    const answers = await api.queries(asked.map(({ soql }) => soql));
    for (const [index, { field }] of asked.entries()) {
      const answer = answers[index];
      if (answer?.kind !== 'known') hidden.add(field);
      else for (const row of answer.value) found.set(keyOf(field, textAt(row, FIELDS[field])), toHolder(row));
    }
  }
  return ({ field, wanted }) =>
    found.get(keyOf(field, wanted)) ?? (hidden.has(field) ? { kind: 'hidden' } : { kind: 'otherRow' });
}

function keyOf(field: NameField, name: string): string {
  return `${field} ${name.toLowerCase()}`;
}

function toHolder(row: Json): FoundHolder {
  const name = textAt(row, 'Name');
  const isActive = flagAt(row, 'IsActive') === true;
  const contactId = textAt(row, 'ContactId') || null;
  return toFoundHolder({ name, isActive, contactId, userType: textAt(row, 'UserType') });
}
