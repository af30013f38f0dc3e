/** Moves between the pages of the playground without a reload, as Lightning Experience does. */

const listeners = new Set<() => void>();

window.addEventListener('popstate', announce);

function announce(): void {
  for (const listener of [...listeners]) {
    listener();
  }
}

/** Calls the listener after each move. Returns a function that stops this. */
export function onNavigation(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Opens a page of the playground in place. Setup, files and other web pages open in a new tab, as on the platform. */
export function navigateTo(url: string, replace: boolean): void {
  const target = new URL(url, location.href);
  if (!isOwnPage(target)) {
    window.open(target, '_blank', 'noopener');
    return;
  }
  if (replace) {
    history.replaceState(null, '', target);
  } else {
    history.pushState(null, '', target);
  }
  announce();
}

/**
 * Opens the URL of a link or a button: a page of the playground in place, any other by loading it, here or in a new
 * tab.
 */
export function openUrl(url: string, isNewTab: boolean): void {
  const target = new URL(url, location.href);
  if (isNewTab) {
    window.open(target, '_blank', 'noopener');
  } else if (isOwnPage(target)) {
    navigateTo(target.href, false);
  } else {
    location.assign(target);
  }
}

export function isOwnPage(url: URL): boolean {
  return (
    url.origin === location.origin && /^\/(lightning\/(?!setup\/)|playground\/(outbox|users)$)/u.test(url.pathname)
  );
}
