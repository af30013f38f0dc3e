import { isId } from '../../engine/storage/ids.ts';
import { withActive } from '../../engine/world/flowVersions.ts';
import { jsonParserError, resourceNotFound, type ApiError } from '../shared/errors.ts';
import { isJsonObject, parseJsonObject } from '../shared/jsonBody.ts';
import { errorAnswer, type RestAnswer, type RestCall } from '../shared/restCall.ts';
import type { View } from '../shared/view.ts';
import { flowOfDefinition } from './flowObjects.ts';
import { notModelled } from '../../engine/schema/notModelled.ts';

/**
 * `PATCH /tooling/sobjects/FlowDefinition/<id>` with `{ Metadata: { activeVersionNumber } }`: activates a version, and with 0 or
 * without a number none. Null for another request. Source: Tooling API, FlowDefinition, Metadata; Metadata API, FlowDefinition [F-134].
 */
export function answerFlowDefinition(view: View, call: RestCall): RestAnswer | null {
  const [, , type, id = ''] = call.segments;
  if (call.method !== 'PATCH' || type?.toLowerCase() !== 'flowdefinition') return null;
  if (!view.access.has('ViewSetup')) return errorAnswer(resourceNotFound);
  if (!view.access.has('ManageInteraction')) return errorAnswer(mayNotActivate);
  const name = isId(id) ? flowOfDefinition(view.org, id) : null;
  if (name === null) return errorAnswer(resourceNotFound);
  const json = parseJsonObject(call.body);
  if (!json.ok) return errorAnswer(json.error);
  const { Metadata: metadata, Id: _id, ...others } = json.value;
  const [other] = Object.keys(others);
  if (other !== undefined) return errorAnswer(noOtherField(other));
  if (!isJsonObject(metadata)) return errorAnswer(jsonParserError('Metadata of a FlowDefinition is an object'));
  const number = Number(metadata['activeVersionNumber'] ?? 0);
  const versions = view.org.metadata.flowVersions.get(name.toLowerCase()) ?? [];
  if (number !== 0 && !versions.some((version) => version.number === number)) {
    return errorAnswer(invalidVersion(number));
  }
  view.org.metadata.transact(view.person, new Map(), ({ world }) => {
    world.metadata.setFlowVersions(name, withActive(world.metadata.flowVersions(name), number));
    return true;
  });
  return { status: 204 };
}

/** Source: Salesforce Help, "Activate or Deactivate a Flow Version": needs Manage Flow. The text is that of other rights. */
const mayNotActivate: ApiError = {
  status: 403,
  errorCode: 'INSUFFICIENT_ACCESS',
  message: 'insufficient access rights on cross-reference id'
};

function noOtherField(name: string): ApiError {
  return {
    status: 400,
    errorCode: 'INVALID_FIELD',
    message: notModelled(`Of a FlowDefinition only Metadata can be changed, not ${name}`)
  };
}

/** The text is that of a deploy. */
function invalidVersion(number: number): ApiError {
  return { status: 400, errorCode: 'FIELD_INTEGRITY_EXCEPTION', message: `Invalid version number: ${String(number)}` };
}
