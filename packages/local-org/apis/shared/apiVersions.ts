import { Hono } from 'hono';

const OLDEST = 50;
const NEWEST = 68;
const SEASONS = ['Spring', 'Summer', 'Winter'] as const;

/** The newest API version served: `68.0`. */
export const NEWEST_VERSION = `${String(NEWEST)}.0`;

/** Whether a path segment is a served version: `v50.0` to `v68.0`. */
export function isServedVersion(segment: string): boolean {
  const major = Number(/^v(\d+)\.0$/.exec(segment)?.[1]);
  return major >= OLDEST && major <= NEWEST;
}

/** `GET /services/data`: label, url and version of each API version, oldest first; needs no session. */
export function versionRoutes(): Hono {
  const routes = new Hono();
  routes.get('/', (c) => {
    const majors = Array.from({ length: NEWEST - OLDEST + 1 }, (_, index) => OLDEST + index);
    return c.json(
      majors.map((major) => ({
        label: releaseOf(major),
        url: `/services/data/v${String(major)}.0`,
        version: `${String(major)}.0`
      }))
    );
  });
  return routes;
}

/** Three releases a year: version 50 was Winter '21, 51 Spring '21, 53 Winter '22. */
function releaseOf(major: number): string {
  const season = SEASONS[major % SEASONS.length] ?? '';
  return `${season} '${String(21 + Math.floor((major - OLDEST) / SEASONS.length))}`;
}
