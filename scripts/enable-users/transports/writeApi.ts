import { known } from 'sf-cli/answer';
import type { OrgAnswer } from './orgAnswer.ts';
import type { OrgClient, OrgRequest } from './orgClient.ts';
import { bytesOf } from './readAnswer.ts';

/** The requests of a run. Paths begin behind `/services/data/vNN.0`. A lost connection is a refusal. */
export interface WriteApi {
  /** JSON out, JSON in; undefined for an empty answer. */
  send(method: OrgRequest['method'], path: string, body?: unknown): Promise<OrgAnswer<unknown>>;
  /** Streams a file, which is never in memory as a whole. The file is made anew where it has to be sent again. */
  upload(path: string, csv: () => Iterable<string>): Promise<OrgAnswer<unknown>>;
  /** Reading the stream throws where it breaks off. */
  download(path: string): Promise<OrgAnswer<AsyncIterable<Uint8Array>>>;
  /** All rows of a query, over all its pages. */
  query(soql: string): Promise<OrgAnswer<readonly unknown[]>>;
}

/** Sends the requests of a run, each once: who sends it knows whether it may be repeated. */
export function createWriteApi(client: OrgClient): WriteApi {
  return {
    send: (method, path, body) => client.send({ method, path, body }),
    upload: async (path, csv) => {
      const response = await client.stream('PUT', path, csv);
      if (response.kind === 'known') await response.value.body?.cancel();
      return response;
    },
    download: async (path) => {
      const response = await client.stream('GET', path);
      return response.kind === 'refused' ? response : known(bytesOf(response.value.body));
    },
    query: async (soql) => {
      const [answer] = await client.queries([soql]);
      return answer ?? known([]);
    }
  };
}
