import { isJson, listAt, textAt, valueAt, type Json } from 'sf-cli/json';
import { stateFile, type StateFile } from '../shared/stateFile.ts';

/** The progress of the demo of one alias, kept between runs. Ids and names are empty until they are known. */
export interface DemoState {
  /** Id of the ScratchOrgInfo in the Dev Hub while the org is being created. */
  readonly requestId: string;
  readonly username: string;
  readonly orgId: string;
  /** Without a trailing slash. */
  readonly url: string;
  readonly siteId: string;
  readonly salesOpsUsername: string;
  readonly salesOpsId: string;
  /** Ids of the demo's profiles, by name. */
  readonly profiles: Readonly<Record<string, string>>;
  /** Ids of the demo's accounts and contacts, by their references in the data files. */
  readonly records: Readonly<Record<string, string>>;
  /** Names of steps. */
  readonly done: readonly string[];
}

export const NOTHING_DONE: DemoState = {
  requestId: '',
  username: '',
  orgId: '',
  url: '',
  siteId: '',
  salesOpsUsername: '',
  salesOpsId: '',
  profiles: {},
  records: {},
  done: []
};

/** Keeps the state of the demo of one alias. */
export function stateStore(folder: string, alias: string): StateFile<DemoState> {
  return stateFile(folder, alias, stateIn, NOTHING_DONE);
}

/** Narrows a state that was kept as JSON. */
export function stateIn(value: unknown): DemoState {
  return {
    requestId: textAt(value, 'requestId'),
    username: textAt(value, 'username'),
    orgId: textAt(value, 'orgId'),
    url: textAt(value, 'url'),
    siteId: textAt(value, 'siteId'),
    salesOpsUsername: textAt(value, 'salesOpsUsername'),
    salesOpsId: textAt(value, 'salesOpsId'),
    profiles: textsOf(valueAt(value, 'profiles')),
    records: textsOf(valueAt(value, 'records')),
    done: listAt(value, 'done').filter((name) => typeof name === 'string')
  };
}

function textsOf(value: unknown): Record<string, string> {
  const all: Json = isJson(value) ? value : {};
  return Object.fromEntries(Object.keys(all).map((name) => [name, textAt(all, name)]));
}
