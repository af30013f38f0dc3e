import { Hono } from 'hono';
import { answerError } from '../apis/shared/errors.ts';
import { fieldsFromJson, toJson } from '../apis/shared/flowJson.ts';
import { isJsonObject, readJsonObject, shownJson } from '../apis/shared/jsonBody.ts';
import { requireSession, type CallEnv } from '../apis/shared/session.ts';
import type { InterviewResult } from '../engine/flow/run/automation.ts';
import type { NavigationAction } from '../engine/flow/run/screens.ts';
import type { Org } from '../engine/org/org.ts';

/**
 * Runs screen flows for the page that shows them, below `/local-org/flow`: `start` takes `{ flow, inputs }`, an interview's id
 * takes `{ action, values }`. These routes replace the flow runtime of Lightning Experience, whose requests are not documented.
 */
export function flowRuntimeRoutes(org: () => Org): Hono<CallEnv> {
  const routes = new Hono<CallEnv>();
  routes.use('*', requireSession(org));

  routes.post('/start', async (c) => {
    const body = await readJsonObject(c.req);
    if (!body.ok) return answerError(c, body.error);
    const { flow, inputs } = body.value;
    const request = { flow: shownJson(flow), person: c.get('view').person, inputs: fieldsFromJson(inputs) };
    const [result] = org().automation.run([request]);
    return c.json(result === undefined ? {} : answerOf(result));
  });

  routes.post('/:interviewId', async (c) => {
    const body = await readJsonObject(c.req);
    if (!body.ok) return answerError(c, body.error);
    const { action, values } = body.value;
    const navigation = { action: actionOf(action), values: fieldsFromJson(isJsonObject(values) ? values : {}) };
    return c.json(answerOf(org().automation.resume(c.get('view').person, c.req.param('interviewId'), navigation)));
  });

  return routes;
}

function actionOf(action: unknown): NavigationAction {
  switch (action) {
    case 'BACK':
    case 'FINISH':
      return action;
    default:
      return 'NEXT';
  }
}

function answerOf(result: InterviewResult): unknown {
  switch (result.status) {
    case 'finished':
      return { ...result, outputs: jsonOf(result.outputs) };
    case 'screen': {
      const { screen } = result;
      const fields = screen.fields.map((field) => ({
        ...field,
        value: toJson(field.value),
        inputs: jsonOf(field.inputs)
      }));
      return { ...result, screen: { ...screen, fields } };
    }
    case 'error':
      return result;
  }
}

function jsonOf(values: Readonly<Record<string, Parameters<typeof toJson>[0]>>): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, toJson(value)]));
}
