import type { Hono } from 'hono';
import { activeFlow, activeFlows } from '../../engine/flow/deployedFlows.ts';
import type { Flow } from '../../engine/flow/model/flow.ts';
import type { Variable } from '../../engine/flow/model/resources.ts';
import type { FlowDataType } from '../../engine/flow/model/values.ts';
import type { InterviewResult } from '../../engine/flow/run/automation.ts';
import { mayRun } from '../../engine/flow/run/flowAccess.ts';
import { resourceNotFound } from '../shared/errors.ts';
import { fieldsFromJson, toJson } from '../shared/flowJson.ts';
import { isJsonObject, parseJsonObject, type JsonObject } from '../shared/jsonBody.ts';
import { errorAnswer, resourceRoutes, type RestAnswer, type RestCall } from '../shared/restCall.ts';
import type { CallEnv } from '../shared/session.ts';
import type { View } from '../shared/view.ts';
import { mayNotRunFlow, unknownInput } from './errors.ts';

const RESOURCES = [
  ['GET', '/'],
  ['GET', '/custom'],
  ['GET', '/custom/flow'],
  ['GET', '/custom/flow/:name'],
  ['POST', '/custom/flow/:name']
] as const;

/**
 * Custom invocable actions of type flow.
 * Source: Actions Developer Guide, "Flow Actions"; REST API Developer Guide, "Custom Invocable Actions".
 */
export function actionRoutes(): Hono<CallEnv> {
  return resourceRoutes(RESOURCES, answerActions);
}

/** Null for a request to another resource. Flows are the only modelled custom actions. */
export function answerActions(view: View, call: RestCall): RestAnswer | null {
  const [, ...segments] = call.segments;
  const [kind, type, name, ...more] = segments;
  if (kind !== undefined && kind !== 'custom') return null;
  if ((type !== undefined && type !== 'flow') || more.length > 0) return null;
  if (name !== undefined) return ofFlow(view, call, name);
  if (call.method !== 'GET') return null;
  if (kind === undefined) return { status: 200, body: { custom: `${call.path}/custom` } };
  return type === undefined ? { status: 200, body: { flow: `${call.path}/flow` } } : list(view, call);
}

function list({ org, access }: View, { path }: RestCall): RestAnswer {
  const flows = activeFlows(org.metadata.flowVersions).filter((flow) => isInvocable(flow) && mayRun(flow, access));
  const actions = flows.map(({ name, label }) => ({ label, name, type: 'FLOW', url: `${path}/${name}` }));
  return { status: 200, body: { actions } };
}

/** "Invoke an active autolaunched flow": not one with screens, not one that a trigger starts. */
function isInvocable({ processType, start }: Flow): boolean {
  return processType === 'AutoLaunchedFlow' && start.triggerType === 'None';
}

function ofFlow(view: View, call: RestCall, name: string): RestAnswer | null {
  const flow = activeFlow(view.org.metadata.flowVersions, name);
  if (flow === undefined || !isInvocable(flow)) return errorAnswer(resourceNotFound);
  if (!mayRun(flow, view.access)) return errorAnswer(mayNotRunFlow);
  switch (call.method) {
    case 'GET':
      return { status: 200, body: describe(flow) };
    case 'POST':
      return invoke(view, call, flow);
    default:
      return null;
  }
}

function describe(flow: Flow): JsonObject {
  const variables = flow.resources.filter((resource) => resource.kind === 'variable');
  const status = { ...parameter('Flow__InterviewStatus', 'PICKLIST'), label: 'Interview Status' };
  return {
    description: flow.description === '' ? null : flow.description,
    inputs: variables.filter(({ isInput }) => isInput).map(parameterOf),
    label: flow.label,
    name: flow.name,
    outputs: [status, ...variables.filter(({ isOutput }) => isOutput).map(parameterOf)],
    standard: false,
    targetEntityName: null,
    type: 'FLOW'
  };
}

function parameterOf({ name, dataType, isCollection, objectType }: Variable): JsonObject {
  return { ...parameter(name, typeName(dataType)), maxOccurs: isCollection ? 2000 : 1, sobjectType: objectType };
}

function parameter(name: string, type: string): JsonObject {
  return {
    byteLength: 0,
    description: null,
    label: name,
    maxOccurs: 1,
    name,
    picklistValues: null,
    required: false,
    sobjectType: null,
    type
  };
}

function typeName(dataType: FlowDataType): string {
  return dataType === 'SObject' ? 'REFERENCE' : dataType.toUpperCase();
}

/** Runs one interview for each input, in one transaction. One failure makes the answer a 400 with all results. */
function invoke(view: View, { body }: RestCall, flow: Flow): RestAnswer {
  const json = parseJsonObject(body);
  if (!json.ok) return errorAnswer(json.error);
  const { inputs } = json.value;
  const given: readonly unknown[] = Array.isArray(inputs) ? inputs : [{}];
  const unknown = given.flatMap((input) => unknownNames(flow, input))[0];
  if (unknown !== undefined) return errorAnswer(unknownInput(flow.name, unknown));
  const requests = given.map((input) => ({ flow: flow.name, person: view.person, inputs: fieldsFromJson(input) }));
  const results = view.org.automation.run(requests);
  const hasFailed = results.some(({ status }) => status === 'error');
  return { status: hasFailed ? 400 : 200, body: results.map((result) => resultOf(flow, result)) };
}

function unknownNames({ resources }: Flow, input: unknown): string[] {
  const names = new Set(
    resources.flatMap((resource) => (resource.kind === 'variable' && resource.isInput ? [resource.name] : []))
  );
  return isJsonObject(input) ? Object.keys(input).filter((name) => !names.has(name)) : [];
}

/** The shape as answers of orgs show it. Of a failed flow an org says only that it failed. */
function resultOf({ name }: Flow, result: InterviewResult): JsonObject {
  const base = { actionName: name, invocationId: null, sortOrder: -1, version: 1, outcome: null };
  if (result.status === 'error') {
    const error = {
      statusCode: 'UNKNOWN_EXCEPTION',
      message: 'An unhandled fault has occurred in this flow',
      fields: []
    };
    return { ...base, errors: [error], isSuccess: false, outputValues: { Flow__InterviewStatus: 'Error' } };
  }
  const outputs = result.status === 'finished' ? Object.entries(result.outputs) : [];
  return {
    ...base,
    errors: null,
    isSuccess: true,
    outputValues: {
      ...Object.fromEntries(outputs.map(([output, value]) => [output, toJson(value)])),
      Flow__InterviewGuid: result.interviewId,
      Flow__InterviewStatus: result.status === 'finished' ? 'Finished' : 'Waiting'
    }
  };
}
