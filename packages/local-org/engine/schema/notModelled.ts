const SUFFIX = '(not modelled by this local org)';

/** Words a refusal that Salesforce would not give, so that a gap of the local org can be told from the platform's word. */
export function notModelled(sentence: string): string {
  return `${sentence} ${SUFFIX}`;
}

/** Whether a refusal is the local org's own. */
export function isNotModelled(sentence: string): boolean {
  return sentence.endsWith(SUFFIX);
}

/** Words a refusal that is Salesforce's own for a name that doesn't exist, and the local org's for one that it only lacks. */
export function notModelledIf(isLacking: boolean, sentence: string): string {
  return isLacking ? notModelled(sentence) : sentence;
}
