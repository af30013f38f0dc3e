import { isTransient } from 'c/externalUserRules';
import { known } from 'sf-cli/answer';
import { ConnectionLost } from '../../shared/sf/connectionLost.ts';
import type { Clock } from './clock.ts';
import { unreadable, type OrgAnswer, type OrgRefusal } from './orgAnswer.ts';
import { queryPath, type OrgClient, type QueryResource } from './orgClient.ts';
import type { Rows } from './readAnswer.ts';
import { withRetries } from './retries.ts';

export type { OrgRequest } from './orgClient.ts';
export type { Rows } from './readAnswer.ts';

/**
 * The org, as a plan reads it; tests hand in their own. A refusal is a fact about the org. A lost connection, and a server
 * that stays away, is no such fact and is thrown as ConnectionLost.
 */
export interface OrgApi {
  readonly username: string;
  /** Without a trailing slash. */
  readonly url: string;
  readonly apiVersion: string;
  /** Reads what is at a path. A body that `isAnswer` refuses doesn't come from the org, and is asked for again. */
  readonly read: (path: string, isAnswer: (body: unknown) => boolean) => Promise<OrgAnswer<unknown>>;
  /** The pages of a query as they come, each of at most 2,000 rows. A refusal is the last one. */
  readonly pages: (soql: string) => AsyncGenerator<OrgAnswer<Rows>, void>;
  /**
   * At most five queries in one call. They go into the body of a Composite request, as an address with its headers may have
   * 16,384 bytes (Help 000386264). `queryAll` finds records in the recycle bin as well.
   */
  readonly queries: (soqls: readonly string[], resource?: QueryResource) => Promise<readonly OrgAnswer<Rows>[]>;
  /** How many API calls were made. */
  readonly calls: () => number;
}

/** How long a request is repeated while a person waits for a plan. Milliseconds. */
const TOTAL = 2 * 60_000;

export function createOrgApi(client: OrgClient, username: string, clock: Clock): OrgApi {
  async function answered<Value>(ask: () => Promise<OrgAnswer<Value>>): Promise<OrgAnswer<Value>> {
    const answer = await withRetries(ask, clock, TOTAL);
    if (answer.kind === 'refused' && isAway(answer)) throw new ConnectionLost(answer.message);
    return answer;
  }

  async function* pages(soql: string): AsyncGenerator<OrgAnswer<Rows>, void> {
    for (let path = queryPath(soql); path !== '';) {
      const from = path;
      const page = await answered(() => client.page(from));
      yield page.kind === 'refused' ? page : known(page.value.rows);
      path = page.kind === 'refused' ? '' : page.value.next;
    }
  }

  async function queries(soqls: readonly string[], resource?: QueryResource): Promise<readonly OrgAnswer<Rows>[]> {
    const answers = new Map<string, OrgAnswer<Rows>>();
    await answered(async () => {
      const open = soqls.filter((soql) => {
        const answer = answers.get(soql);
        return answer === undefined || (answer.kind === 'refused' && isAway(answer));
      });
      const replies = await client.queries(open, resource);
      for (const [index, reply] of replies.entries()) answers.set(open[index] ?? '', reply);
      return replies.find((reply) => reply.kind === 'refused' && isAway(reply)) ?? known(null);
    });
    return soqls.flatMap((soql) => answers.get(soql) ?? []);
  }

  return {
    username,
    url: client.url,
    apiVersion: client.apiVersion,
    read: (path, isAnswer) =>
      answered(async () => {
        const answer = await client.send({ method: 'GET', path });
        return answer.kind === 'known' && !isAnswer(answer.value)
          ? unreadable(`The answer to ${path} says something else.`)
          : answer;
      }),
    pages,
    queries,
    calls: () => client.calls()
  };
}

function isAway({ failure }: OrgRefusal): boolean {
  return isTransient(failure) || failure.code === 'sessionExpired';
}
