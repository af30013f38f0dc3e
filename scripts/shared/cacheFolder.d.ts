/**
 * The folder of a cache below the project's `.cache`, with mode 0700. null where it can't be made, or belongs to another
 * user. A folder that others could write into is emptied.
 */
export function cacheFolder(name: string, cache?: string, user?: number): string | null;

/** As `cacheFolder`, and a new temporary folder where there is no cache. */
export function privateFolder(name: string): string;
