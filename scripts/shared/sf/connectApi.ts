import { isJson, listAt, textAt } from 'sf-cli/json';
import type { Sf, SfAnswer } from 'sf-cli/sf';

const API = '/services/data/v68.0/connect';

/** A call of Connect REST API with the CLI's session; what the org says to a refusal becomes its message. */
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
  if (answer.kind === 'done') return answer;
  const [error] = listAt(answer.result, 'body').filter(isJson);
  return { ...answer, message: answer.message || textAt(error, 'message') };
}
