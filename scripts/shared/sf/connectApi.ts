import { isJson, listAt, textAt } from 'sf-cli/json';
import type { Sf, SfAnswer } from 'sf-cli/sf';

export const API_VERSION = '68.0';
const API = `/services/data/v${API_VERSION}/connect`;

/** Calls Connect REST API with the CLI's session. A refusal has the org's own message. */
export async function connect(
  sf: Sf,
  username: string,
  method: 'GET' | 'POST',
  path: string,
  body: Readonly<Record<string, string>> = {}
): Promise<SfAnswer> {
  const answer = await sf([
    ...['api', 'request', 'rest', `${API}${path}`, '--method', method],
    ...(method === 'GET' ? [] : ['--body', JSON.stringify(body)]),
    ...['--target-org', username]
  ]);
  if (answer.kind === 'known') return answer;
  const [error] = listAt(answer.result, 'body').filter(isJson);
  return { ...answer, message: answer.message || textAt(error, 'message') };
}
