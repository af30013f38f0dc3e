/**
 * What the local org does not have, in one place: the modules of a page that it refuses, with one sentence each. The
 * build, the page and `npm run try-project` say the same.
 */

/** Every refusal that a real org would not give ends like this. */
export const NOT_MODELLED = '(not modelled by this local org)';

interface Refusal {
  readonly modules: RegExp;
  readonly sentence: string;
}

const REFUSALS: readonly Refusal[] = [
  {
    modules: /^lightning\/(?:recordForm|recordEditForm|recordViewForm|inputField|outputField|messages)$/u,
    sentence: 'Record forms need page layouts'
  },
  { modules: /^lightning\/recordPicker$/u, sentence: 'The record picker needs a search of records' },
  { modules: /^lightning\/(?:uiListApi|uiListsApi)$/u, sentence: 'The wires of list views need list views' },
  { modules: /^lightning\/uiRelatedListApi$/u, sentence: 'The wires of related lists need page layouts' },
  {
    modules: /^(?:lightning\/platformResourceLoader$|@salesforce\/(?:resourceUrl|contentAssetUrl)\/)/u,
    sentence: 'Static resources and asset files are not served'
  },
  { modules: /^@salesforce\/apex(?:Continuation)?\//u, sentence: 'The local org runs no Apex' },
  { modules: /^lightning\/platformWorkspaceApi$/u, sentence: 'There are no console apps' },
  { modules: /^(?:lightning|@salesforce|@lwc)\//u, sentence: 'The playground lacks this module of the platform' },
  { modules: /^(?!c\/)\w+\/\w+$/u, sentence: 'Packages of others are not installed' }
];

/** The sentence for a module that the local org refuses; null for one that a real org would refuse too. */
export function refusalOf(specifier: string): string | null {
  const refusal = REFUSALS.find(({ modules }) => modules.test(specifier));
  return refusal === undefined ? null : `${refusal.sentence}: ${specifier} ${NOT_MODELLED}`;
}

/** Whether the local org gave this answer in its own name. */
export function isRefusal(message: string): boolean {
  return message.endsWith(NOT_MODELLED);
}
