/**
 * Stand-in for `lightning/refresh`: a component asks for fresh data, and the page and its registered handlers load it.
 * LWC Guide: data-refreshview.
 */

type Provider = () => Promise<boolean> | undefined;

const REFRESH = 'lightning__refresh';

const handlers = new Map<number, Provider>();
const containers = new Map<number, () => void>();
let lastId = 0;

/** Asks the page around a component to load fresh data. */
export class RefreshEvent extends CustomEvent<undefined> {
  constructor() {
    super(REFRESH, { bubbles: true, composed: true, cancelable: true });
  }
}

/** Calls `provider` on each refresh of the page. Returns the id for unregistering it. */
export function registerRefreshHandler(_context: unknown, provider: Provider): number {
  const id = ++lastId;
  handlers.set(id, provider);
  return id;
}

export function unregisterRefreshHandler(id: number): void {
  handlers.delete(id);
}

/** Handles the refresh events inside an element. `onRefresh` gets each refresh that starts. */
export function registerRefreshContainer(
  context: EventTarget,
  onRefresh?: (refresh: Promise<{ readonly status: 'COMPLETE' | 'ERROR' }>) => void
): number {
  const id = ++lastId;
  const listen = (event: Event): void => {
    event.stopPropagation();
    const refresh = Promise.allSettled([...handlers.values()].map(async (provider) => provider())).then((results) => ({
      status: results.every(({ status }) => status === 'fulfilled') ? ('COMPLETE' as const) : ('ERROR' as const)
    }));
    onRefresh?.(refresh);
  };
  context.addEventListener(REFRESH, listen);
  containers.set(id, () => {
    context.removeEventListener(REFRESH, listen);
  });
  return id;
}

export function unregisterRefreshContainer(id: number): void {
  containers.get(id)?.();
  containers.delete(id);
}

export const REFRESH_ERROR = 'ERROR';
export const REFRESH_COMPLETE = 'COMPLETE';
export const REFRESH_COMPLETE_WITH_ERRORS = 'COMPLETE_WITH_ERRORS';
