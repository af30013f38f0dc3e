import { context } from './context.ts';
import { readInterview, type FlowAction, type FlowInterview } from './flowScreen.ts';

/** Texts of an address; a collection has one for each item. */
export type FlowInputs = Readonly<Record<string, string | readonly string[]>>;

/** By name of the field, of a component by `field.attribute`. */
export type FlowAnswers = Readonly<Record<string, unknown>>;

/** Starts an interview in the name of who is signed in. */
export function startInterview(flow: string, inputs: FlowInputs): Promise<FlowInterview> {
  return ask('start', { flow, inputs });
}

/** Goes on from a screen with what was answered on it. */
export function resumeInterview(interviewId: string, action: FlowAction, values: FlowAnswers): Promise<FlowInterview> {
  return ask(encodeURIComponent(interviewId), { action, values });
}

/** The local org's own door to its flows; a real runtime asks by requests that no document describes. */
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
