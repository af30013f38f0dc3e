import { known } from 'sf-cli/answer';
import type { OrgAnswer } from '../transports/orgAnswer.ts';
import type { OrgApi } from '../transports/orgApi.ts';

/** What is read of an object. */
export interface WantedFields {
  readonly object: string;
  /** Without them the records are of no use. */
  readonly needed: readonly string[];
  /** They are left out where the org or the person doesn't have them. */
  readonly optional: readonly string[];
}

/** The needed fields and those optional ones that the org and the person have, learned from the refusals of a short query. */
export async function learnFields(
  api: OrgApi,
  { object, needed, optional }: WantedFields
): Promise<OrgAnswer<readonly string[]>> {
  let rest = optional;
  for (;;) {
    const fields = [...needed, ...rest];
    const [answer] = await api.queries([`SELECT ${fields.join(', ')} FROM ${object} LIMIT 1`]);
    if (answer?.kind !== 'refused') return known(fields);
    const fewer = withoutRefused(rest, answer.message);
    if (fewer.length === rest.length) return answer;
    rest = fewer;
  }
}

/** INVALID_FIELD names the field, or the relationship, in quotes: `No such column 'IsPartner' on entity 'Account'`. */
function withoutRefused(fields: readonly string[], message: string): readonly string[] {
  const [, name] = /(?:column|relationship) '(\w+)'/.exec(message) ?? [];
  return name === undefined ? fields : fields.filter((field) => !field.split('.').includes(name));
}
