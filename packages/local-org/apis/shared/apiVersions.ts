/** Older ones are retired. Source: Salesforce Help, "Salesforce Platform API Versions 21.0 through 30.0 Retirement". */
const OLDEST_OF_SALESFORCE = 31;
const OLDEST = 50;
const NEWEST = 68;
const SEASONS = ['Spring', 'Summer', 'Winter'] as const;

/** The newest API version that the org serves: `68.0`. */
export const NEWEST_VERSION = `${String(NEWEST)}.0`;

/** Whether the org serves the version in this path segment: `v50.0` to `v68.0`. */
export function isServedVersion(segment: string): boolean {
  const major = majorOf(segment);
  return major >= OLDEST && major <= NEWEST;
}

/** Whether Salesforce serves the version in this path segment and this org doesn't: `v31.0` to `v49.0`. */
export function isUnmodelledVersion(segment: string): boolean {
  const major = majorOf(segment);
  return major >= OLDEST_OF_SALESFORCE && major < OLDEST;
}

/** Whether Salesforce served the version in this path segment once. */
export function isRetiredVersion(segment: string): boolean {
  const major = majorOf(segment);
  return major > 0 && major < OLDEST_OF_SALESFORCE;
}

/** Not a number for a segment that is no version. */
function majorOf(segment: string): number {
  return Number(/^v(\d+)\.0$/.exec(segment)?.[1]);
}

/** Every served version as `GET /services/data` lists it, oldest first. Source: REST API Developer Guide, "Versions". */
export function servedVersions(): { readonly label: string; readonly url: string; readonly version: string }[] {
  const majors = Array.from({ length: NEWEST - OLDEST + 1 }, (_, index) => OLDEST + index);
  return majors.map((major) => ({
    label: releaseOf(major),
    url: `/services/data/v${String(major)}.0`,
    version: `${String(major)}.0`
  }));
}

/** Salesforce has three releases a year: version 50 was Winter '21, 51 Spring '21, 53 Winter '22. */
function releaseOf(major: number): string {
  const season = SEASONS[major % SEASONS.length] ?? '';
  return `${season} '${String(21 + Math.floor((major - OLDEST) / SEASONS.length))}`;
}
