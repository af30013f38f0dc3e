import { known } from 'sf-cli/answer';
import { refusal } from '../transports/orgAnswer.ts';
import type { OrgApi, Rows } from '../transports/orgApi.ts';

/**
 * Records by object, each with the fields that a query answers. `Contact (deleted)` are those that only queryAll
 * finds, and `User (fields)` the fields that describe names.
 */
export type Records = Readonly<Record<string, Rows>>;

/**
 * An org that answers a query with the records of an object: those whose ids, contact ids or names the query lists, or all
 * of them where the query lists none. It refuses a query with a field or an object of `lacking`.
 */
export function createAnsweringApi(
  records: Records,
  lacking: readonly string[] = []
): OrgApi & { readonly asked: readonly string[] } {
  const asked: string[] = [];
  const answer = (soql: string, isDeleted = false): Awaited<ReturnType<OrgApi['queries']>>[number] => {
    asked.push(soql);
    const object = /FROM (\w+)/.exec(soql)?.[1] ?? '';
    const missing = lacking.find((name) => new RegExp(`\\b${name}\\b`).test(soql));
    if (missing !== undefined) {
      const message = `${soql}\n  ^\nERROR at Row:1:Column:9\nNo such column '${missing}' on entity '${object}'.`;
      const code = missing === object ? 'INVALID_TYPE' : 'INVALID_FIELD';
      return refusal(code, message, 400);
    }
    const [, field = '', list = ''] = /WHERE (\w+) IN \((.*)\)/s.exec(soql) ?? [];
    const wanted = list.toLowerCase();
    const rows = records[isDeleted ? `${object} (deleted)` : object] ?? [];
    return known(field === '' ? rows : rows.filter((row) => wanted.includes(`'${String(row[field]).toLowerCase()}'`)));
  };
  return {
    username: 'ops@acme.example',
    url: 'https://acme.example',
    apiVersion: '68.0',
    read: (path) => {
      if (path.startsWith('/tooling/query')) {
        const rows = answer(decodeURIComponent(path));
        return Promise.resolve(rows.kind === 'known' ? known({ records: rows.value }) : rows);
      }
      const fields = records['User (fields)'];
      if (fields === undefined) return Promise.reject(new Error('Nothing but queries is answered here.'));
      return Promise.resolve(known({ fields }));
    },
    calls: () => asked.length,
    asked,
    queries: (soqls, resource) => Promise.resolve(soqls.map((soql) => answer(soql, resource === 'queryAll'))),
    pages: async function* (soql) {
      yield await Promise.resolve(answer(soql));
    }
  };
}
