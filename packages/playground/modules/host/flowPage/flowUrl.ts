import type { FlowInputs } from '../../platform/flowInterview.ts';

/** What the URL of a flow says besides the flow's name. */
interface FlowUrl {
  readonly inputs: FlowInputs;
  /** The page to open when the flow finishes; null starts the flow again. */
  readonly returnUrl: string | null;
}

/** `/lightning/flow/…` needs this prefix for variables, except for `ids`, the selected rows of a list. */
const PREFIX = 'flow__';
const OF_LIST = 'ids';
const RETURN = 'retURL';

/**
 * Reads `/lightning/flow/Name?flow__var=value&retURL=lightning/o/Contact/list` and `/flow/Name?var=value&var=other`. A
 * repeated name is a collection; `retURL` is relative to the org's URL. Salesforce Help: Send Variable Values to a Flow
 * Using the Flow's URL; Customize a Flow URL to Control Finish Behavior.
 */
export function readFlowUrl({ pathname, search, origin }: Pick<Location, 'pathname' | 'search' | 'origin'>): FlowUrl {
  const parameters = new URLSearchParams(search);
  const isInShell = pathname.startsWith('/lightning/');
  const inputs = [...new Set(parameters.keys())].flatMap((key): [string, string | string[]][] => {
    const values = parameters.getAll(key);
    const name = key.startsWith(PREFIX) ? key.slice(PREFIX.length) : key;
    const isInput = key !== RETURN && (key !== name || key === OF_LIST || !isInShell);
    return isInput ? [[name, name === OF_LIST || values.length > 1 ? values : (values[0] ?? '')]] : [];
  });
  return { inputs: Object.fromEntries(inputs), returnUrl: ownUrl(parameters.get(RETURN), origin) };
}

/** A URL of another site is ignored, because an org does not redirect to it. */
function ownUrl(url: string | null, origin: string): string | null {
  if (url === null || url === '' || !URL.canParse(url, `${origin}/`)) {
    return null;
  }
  const target = new URL(url, `${origin}/`);
  return target.origin === origin ? target.href : null;
}
