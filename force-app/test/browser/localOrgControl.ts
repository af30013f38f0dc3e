import type { Fault, Mail, Population } from 'sfdx-local-org';

export type { Fault } from 'sfdx-local-org';

export interface RequestLine {
  readonly method: string;
  readonly path: string;
}

/** What only a test may do to the local org. */
export interface LocalOrgControl {
  /** Resets the local org to a starting org. */
  reset(org: string): Promise<void>;
  addFault(fault: Fault): Promise<void>;
  clearFaults(): Promise<void>;
  advanceClock(milliseconds: number): Promise<void>;
  /** Adds accounts and contacts. */
  populate(population: Population): Promise<void>;
  outbox(): Promise<readonly Mail[]>;
  /** Returns method and path of every request since the last reset. */
  requests(): Promise<readonly RequestLine[]>;
}

export function controlLocalOrg(url: string): LocalOrgControl {
  async function ask(method: string, path: string, body?: unknown): Promise<Response> {
    const content = body === undefined ? {} : { body: JSON.stringify(body) };
    const response = await fetch(`${url}/__local${path}`, {
      method,
      headers: { 'Content-Type': 'application/json' },
      ...content
    });
    if (!response.ok) {
      throw new Error(`${method} ${path} of the control routes: ${response.status} ${await response.text()}`);
    }
    return response;
  }

  async function tell(method: string, path: string, body?: unknown): Promise<void> {
    await ask(method, path, body);
  }

  return {
    reset: (org) => tell('POST', '/reset', { org }),
    addFault: (fault) => tell('POST', '/faults', fault),
    clearFaults: () => tell('DELETE', '/faults'),
    advanceClock: (milliseconds) => tell('POST', '/clock', { advanceMilliseconds: milliseconds }),
    populate: (population) => tell('POST', '/populate', population),
    outbox: async () => (await (await ask('GET', '/outbox')).json()) as readonly Mail[],
    requests: async () => (await (await ask('GET', '/requests')).json()) as readonly RequestLine[]
  };
}
