/**
 * The path of a redirect that a request asks for, within the same server; `/` for an address elsewhere. A URL parser reads the text as
 * a browser does, which drops tabs and line breaks, and takes a backslash for a slash.
 */
export function pathWithin(requestUrl: string, target: string): string {
  if (!URL.canParse(target, requestUrl)) return '/';
  const { origin, pathname, search, hash } = new URL(target, requestUrl);
  const isElsewhere = origin !== new URL(requestUrl).origin || pathname.startsWith('//');
  return isElsewhere ? '/' : `${pathname}${search}${hash}`;
}

/** A path without the slashes at its end. A regex would try each slash of a long row of them. */
export function withoutLastSlashes(path: string): string {
  let end = path.length;
  while (path[end - 1] === '/') end -= 1;
  return path.slice(0, end);
}
