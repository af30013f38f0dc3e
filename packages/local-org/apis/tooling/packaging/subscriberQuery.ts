import { errorAnswer, type RestAnswer, type RestCall } from '../../shared/restCall.ts';
import type { View } from '../../shared/view.ts';
import { packagingOf } from './packaging.ts';

const OBJECT = /\bFROM\s+(SubscriberPackage(?:Version)?)\b(?:\s+WHERE\s+(?<where>.+))?/isu;
const ID = /^Id\s*=\s*'(?<id>\w{15,18})'/iu;
const KEY = /^\s+AND\s+InstallationKey\s*=\s*'(?<key>(?:[^'\\]|\\.)*)'/iu;

/**
 * A query for a package version names its id, and its installation key if it has one. Answers a refusal, the call without the key
 * as every org may answer it, or null for another query. Source: the CLI's library for packages; StatusCode INSTALL_KEY_REQUIRED
 * and INSTALL_KEY_INVALID [F-163].
 */
export function checkSubscriberQuery(view: View, call: RestCall): RestAnswer | RestCall | null {
  const soql = call.query.get('q') ?? '';
  const from = OBJECT.exec(soql);
  if (from === null) return null;
  const where = from.groups?.['where'] ?? '';
  const named = ID.exec(where);
  if (named === null) return errorAnswer(onlyById);
  const id = named.groups?.['id'] ?? '';
  if (from[1]?.toLowerCase() === 'subscriberpackage') return null;
  const given = KEY.exec(where.slice(named[0].length));
  const key = given === null ? null : (given.groups?.['key'] ?? '').replace(/\\(.)/gu, '$1');
  const problem = packagingOf(view.org)?.keyProblem(id, key) ?? null;
  if (problem !== null) return errorAnswer(problem);
  const query = new URLSearchParams(call.query);
  query.set('q', soql.replace(given?.[0] ?? '', ''));
  return { ...call, query };
}

const onlyById = {
  status: 400,
  errorCode: 'MALFORMED_QUERY',
  message: "Implementation restriction: You can only perform queries of the form Id='<some_value>'."
} as const;
