import { known } from 'sf-cli/answer';
import { flagAt, listAt, numberAt, textAt } from 'sf-cli/json';
import type { OrgAnswer } from '../transports/orgAnswer.ts';
import type { OrgApi } from '../transports/orgApi.ts';
import { picklistValues } from './picklists.ts';

/** A field of User as describe says it. */
export interface UserField {
  readonly name: string;
  /** Such as `string` or `boolean` (SOAP API Developer Guide, FieldType). */
  readonly type: string;
  /** Of a text; 0 where it has no limit. */
  readonly length: number;
  /** Digits of a whole number, or of a number with decimals; 0 where nothing is said. */
  readonly digits: number;
  readonly decimals: number;
  /** Whether a new user may have it, and the person may set it. */
  readonly isCreateable: boolean;
  /** By their value and label in lower case; null where any value will do. */
  readonly values: ReadonlyMap<string, string> | null;
}

/** By name in lower case. A field that the person may not see isn't listed [F-098]. One call. */
export async function readUserFields(api: OrgApi): Promise<OrgAnswer<ReadonlyMap<string, UserField>>> {
  const answer = await api.read('/sobjects/User/describe', (body) => listAt(body, 'fields').length > 0);
  if (answer.kind === 'refused') return answer;
  const fields = listAt(answer.value, 'fields').map(toUserField);
  return known(new Map(fields.map((field) => [field.name.toLowerCase(), field])));
}

function toUserField(field: unknown): UserField {
  const type = textAt(field, 'type');
  const number = (name: string): number => numberAt(field, name) ?? 0;
  const isRestricted = flagAt(field, 'restrictedPicklist') === true;
  return {
    name: textAt(field, 'name'),
    type,
    length: number('length'),
    digits: type === 'int' ? number('digits') : number('precision'),
    decimals: number('scale'),
    isCreateable: flagAt(field, 'createable') === true && flagAt(field, 'calculated') !== true,
    values: isRestricted ? picklistValues(listAt(field, 'picklistValues')) : null
  };
}
