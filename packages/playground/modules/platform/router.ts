/** Moves between the playground's pages without loading them anew, as Lightning Experience does. */

const listeners = new Set<() => void>();

window.addEventListener('popstate', announce);

function announce(): void {
  for (const listener of [...listeners]) {
    listener();
  }
}

/** Calls back after each move. Returns how to stop it. */
export function onNavigation(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Pages of this playground open in place; Setup, web pages of others, and files, open in a new tab, as the platform does. */
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

/** Follows a link or a button: in place where the shell has the page, else by loading it, here or in a tab. */
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
