import { posix } from 'node:path';

/** The walls of docs/decisions and the design: which room may import what. Paths are relative to the repository, with `/`. */

const BUNDLES = 'force-app/main/default/lwc/';
const RULES = 'externalUserRules';

/** Modules that read or write an org's data; one bundle speaks to them, and the entry hands them their wires. */
const DATA_MODULES = /^lightning\/(ui\w+Api|graphql)$/;
const BUNDLES_WITH_DATA = [
  'enableExternalUser',
  'externalUserActivation',
  'externalUserCard',
  'externalUserDetails',
  'externalUserFacts',
  'externalUserOrg',
  'externalUserRun',
  'externalUserSelection',
  'externalUserStatus'
];

/** Tables of cases that component tests and browser specs both go through. */
const CASES = 'force-app/test/cases/';

/** What the platform resolves for a bundle. */
const PLATFORM_MODULES = /^(lwc$|lightning\/|@salesforce\/|c\/)/;

/** Rooms that put two rooms together, and therefore knock at their doors. */
const COMPOSING_ROOMS = ['start', 'check', 'scratch-org'];
const DOORS = /^scripts\/[^/]+\/(main|serve)\.ts$/;

/** Rooms that decide with the product's own rules. The local org is never one: it plays Salesforce, not us. */
const ROOMS_WITH_RULES = ['bulk', 'doctor', 'self-registration'];
/** What those rooms share of it; closed to every other room, or it would be a way around the wall. */
const SHARED_RULES = 'scripts/shared/rules/';

interface Place {
  readonly kind: 'bundle' | 'script' | 'browserSpec' | 'elsewhere';
  /** The bundle's or the room's name. */
  readonly name: string;
  readonly isTest: boolean;
  readonly hasSharedRules: boolean;
}

/** Says why `from` must not import `specifier`, or null when it may. */
export function findBreach(from: string, specifier: string): string | null {
  const place = placeOf(from);
  const target = specifier.startsWith('.') ? posix.join(posix.dirname(from), specifier) : null;
  switch (place.kind) {
    case 'bundle':
      return target === null ? breachOfBundleModule(place, specifier) : breachOfBundlePath(place, target);
    case 'script':
      return target === null ? breachOfScriptModule(place, specifier) : breachOfScriptPath(place, target);
    case 'browserSpec':
      return breachOfBrowserSpec(specifier, target);
    case 'elsewhere':
      return null;
  }
}

function placeOf(path: string): Place {
  const isTest = path.includes('/__tests__/') || path.endsWith('.test.ts');
  const about = { isTest, hasSharedRules: path.startsWith(SHARED_RULES) };
  if (path.startsWith(BUNDLES)) {
    return { kind: 'bundle', name: path.slice(BUNDLES.length).split('/')[0] ?? '', ...about };
  }
  if (path.startsWith('scripts/')) {
    return { kind: 'script', name: path.split('/')[1] ?? '', ...about };
  }
  return { kind: path.startsWith('force-app/test/browser/') ? 'browserSpec' : 'elsewhere', name: '', ...about };
}

function breachOfBundlePath(place: Place, target: string): string | null {
  if (target.startsWith(`${BUNDLES}${place.name}/`)) {
    return null;
  }
  if (place.isTest && (target.startsWith('force-app/test/jest/') || target.startsWith(CASES))) {
    return null;
  }
  return `${place.name} may import files of its own bundle only; another bundle is 'c/name'.`;
}

function breachOfBundleModule(place: Place, specifier: string): string | null {
  if (place.isTest) {
    return null;
  }
  if (place.name === RULES) {
    return `${RULES} is pure: it may import its own files ('./…') only.`;
  }
  if (!PLATFORM_MODULES.test(specifier)) {
    return `A component runs on the platform, which has no module '${specifier}'.`;
  }
  if (DATA_MODULES.test(specifier) && !BUNDLES_WITH_DATA.includes(place.name)) {
    return `Only ${BUNDLES_WITH_DATA.join(' and ')} speak to '${specifier}'.`;
  }
  return null;
}

function breachOfScriptPath(place: Place, target: string): string | null {
  if (target.startsWith(SHARED_RULES) && !mayHaveRules(place)) {
    return `scripts/${place.name} must not share a decision with the product: ${SHARED_RULES} is for ${ROOMS_WITH_RULES.join(' and ')}.`;
  }
  if (target.startsWith(`scripts/${place.name}/`) || target.startsWith('scripts/shared/')) {
    return null;
  }
  if (target.startsWith('force-app/')) {
    return `scripts/${place.name} must not reach into force-app by a path.`;
  }
  if (!target.startsWith('scripts/')) {
    return null;
  }
  if (!COMPOSING_ROOMS.includes(place.name)) {
    return `scripts/${place.name} may import scripts/shared, and no other room.`;
  }
  return DOORS.test(target) ? null : `A room is entered by its door, main.ts or serve.ts.`;
}

function breachOfScriptModule(place: Place, specifier: string): string | null {
  if (!specifier.startsWith('c/')) {
    return null;
  }
  if (specifier !== `c/${RULES}`) {
    return `Scripts share c/${RULES} with the components, and nothing else.`;
  }
  return mayHaveRules(place)
    ? null
    : `scripts/${place.name} must not share a decision with the product: no c/${RULES} here.`;
}

function mayHaveRules({ name, hasSharedRules }: Place): boolean {
  return hasSharedRules || ROOMS_WITH_RULES.includes(name);
}

function breachOfBrowserSpec(specifier: string, target: string | null): string | null {
  if (target === null) {
    return specifier.startsWith('c/') ? 'A browser spec sees the product through the browser only.' : null;
  }
  if (target.startsWith(SHARED_RULES)) {
    return 'A browser spec sees the product through the browser only.';
  }
  const isNear = ['force-app/test/browser/', CASES, 'scripts/shared/'].some((room) => target.startsWith(room));
  return isNear || DOORS.test(target) ? null : 'A browser spec may import doors of scripts rooms only.';
}
