import { unmodelledResource } from '../../shared/errors.ts';
import { callOf, errorAnswer, type RestAnswer, type RestCall } from '../../shared/restCall.ts';
import type { View } from '../../shared/view.ts';
import { answerQuery } from '../../soql/routes.ts';
import { limitsAnswer } from '../limits.ts';
import { answerSObjects } from '../sObjects.ts';
import { answerCollections } from './collections.ts';

/** A subrequest of a composite or batch request, and the resource that answers it. */
export interface Subrequest {
  readonly call: RestCall;
  readonly resource: 'sobjects' | 'query' | 'collections' | 'limits' | 'other';
}

/** Builds a subrequest. `url` is a path that starts with `/services/data/vNN.0`. */
export function readSubrequest(
  method: string,
  url: string,
  body: unknown,
  headers: Readonly<Record<string, string>>
): Subrequest {
  const named = new Map(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));
  const call = {
    ...callOf(method, new URL(url, 'http://localhost')),
    body: body === undefined ? '' : JSON.stringify(body),
    header: (name: string) => named.get(name.toLowerCase())
  };
  return { call, resource: resourceOf(call.segments) };
}

function resourceOf([first, second]: readonly string[]): Subrequest['resource'] {
  switch (first) {
    case 'sobjects':
    case 'limits':
      return first;
    case 'query':
    case 'queryAll':
      return 'query';
    case 'composite':
      return second === 'sobjects' ? 'collections' : 'other';
    default:
      return 'other';
  }
}

/** Answers a subrequest, with 404 for a resource that composite requests do not reach here. */
export function answerSubrequest(view: View, { call, resource }: Subrequest): RestAnswer {
  return answerOf(view, call, resource) ?? errorAnswer(unmodelledResource);
}

function answerOf(view: View, call: RestCall, resource: Subrequest['resource']): RestAnswer | null {
  switch (resource) {
    case 'sobjects':
      return answerSObjects(view, call);
    case 'query':
      return call.method === 'GET' ? answerQuery(view, call) : null;
    case 'collections':
      return answerCollections(view, call);
    case 'limits':
      return call.method === 'GET' ? limitsAnswer(view) : null;
    case 'other':
      return null;
  }
}
