import { context } from './context.ts';
import { readInterview, type FlowAction, type FlowInterview } from './flowScreen.ts';

/** Values from a URL, as text. A collection has one text per item. */
export type FlowInputs = Readonly<Record<string, string | readonly string[]>>;

/** The values of a screen by the name of the field, or by `field.attribute` for a component. */
export type FlowAnswers = Readonly<Record<string, unknown>>;

/** Starts an interview in the name of the signed-in person. */
export function startInterview(flow: string, inputs: FlowInputs): Promise<FlowInterview> {
  return ask('start', { flow, inputs });
}

/** Leaves a screen with the values of its fields. */
export function resumeInterview(interviewId: string, action: FlowAction, values: FlowAnswers): Promise<FlowInterview> {
  return ask(encodeURIComponent(interviewId), { action, values });
}

/** Uses an endpoint of the local org's own, because the requests of the real flow runtime are not documented. */
async function ask(path: string, body: unknown): Promise<FlowInterview> {
  try {
    const response = await fetch(`/local-org/flow/${path}`, {
      method: 'POST',
      headers: { Authorization: `Bearer ${context.accessToken}`, 'Content-Type': 'application/json' },
      body: JSON.stringify(body)
    });
    return readInterview(await response.json());
  } catch (error) {
    return { status: 'error', message: error instanceof Error ? error.message : String(error), element: '' };
  }
}
