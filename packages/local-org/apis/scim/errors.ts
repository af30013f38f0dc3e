import type { Refusal } from '../../engine/refusals/rule.ts';

/** The errors of a SCIM request. The description has code, text and fields in the form that forcedotcom/cli#3142 shows. */
export function scimErrors(refusals: readonly Refusal[]): unknown {
  return {
    Errors: refusals.map(({ statusCode, message, fields }) => ({
      description: `${statusCode}, ${message}: [${fields.join(', ')}]`,
      code: '400'
    }))
  };
}
