/**
 * How columns with the ids of contacts are called, the best first; the names are normalized. Reports and tools that follow
 * a relationship write `Contact.Id` and `Contact: Contact ID`. An export of users has an Id as well as a ContactId, and the
 * result file of a Bulk API job names the new contacts by sf__Id alone.
 */
const NAMES: readonly RegExp[] = [
  /^(?:contact[.:]?)+(?:id|\(id\))$/,
  /^(?:account[.:])?personcontactid$/,
  /^id$/,
  /^sfid$/
];

/** What a formula field for ids says of their length, as in “Contact ID (18 characters)”. */
const LENGTH = /15|18|digits?|char(?:acter)?s?|casesafe|[()]/g;

/** The places of the columns that have the ids of contacts, which are several where one name is there twice. */
export function idColumnsIn(names: readonly string[]): readonly number[] {
  const ranks = names.map((name) => rankOf(name));
  const best = Math.min(...ranks);
  return best === Infinity ? [] : [...ranks.keys()].filter((place) => ranks[place] === best);
}

function rankOf(name: string): number {
  const rank = NAMES.findIndex((pattern) => pattern.test(name));
  if (rank !== -1) return rank;
  return NAMES[0]?.test(name.replace(LENGTH, '')) === true ? 0.5 : Infinity;
}
