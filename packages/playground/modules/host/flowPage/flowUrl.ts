import type { FlowInputs } from '../../platform/flowInterview.ts';

/** What the address of a flow says beside its name. */
interface FlowUrl {
  readonly inputs: FlowInputs;
  /** Where to go when the flow is finished; null starts it anew. */
  readonly returnUrl: string | null;
}

/** Variables of `/lightning/flow/…` are marked; the selected rows of a list are `ids` in either form. */
const PREFIX = 'flow__';
const OF_LIST = 'ids';
const RETURN = 'retURL';

/**
 * `/lightning/flow/Name?flow__var=value&retURL=lightning/o/Contact/list`, `/flow/Name?var=value&var=other`. A name that comes
 * more than once is a collection. Help: Send Variable Values to a Flow Using the Flow's URL; Customize a Flow URL to Control
 * Finish Behavior, where `retURL` is relative to the org's address.
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

/** An address of another site is no place to go back to. */
function ownUrl(url: string | null, origin: string): string | null {
  if (url === null || url === '' || !URL.canParse(url, `${origin}/`)) {
    return null;
  }
  const target = new URL(url, `${origin}/`);
  return target.origin === origin ? target.href : null;
}
