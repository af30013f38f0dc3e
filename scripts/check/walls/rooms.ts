import { posix } from 'node:path';
import { findLayerBreach } from './layers.ts';

/** The walls of docs/decisions and the design: which room may import what. Paths are relative to the repository, with `/`. */

const BUNDLES = 'force-app/main/default/lwc/';
const RULES = 'externalUserRules';
/** The rules that only surfaces with many contacts need. */
const LIST_RULES = 'externalUserListRules';

/** Modules that read or write an org's data; one bundle speaks to them, and the entry hands them their wires. */
const DATA_MODULES = /^lightning\/(ui\w+Api|graphql)$/;
const BUNDLES_WITH_DATA = [
  'enableExternalUser',
  'enableExternalUserOfAccount',
  'externalAccessReview',
  'externalUserActivation',
  'externalUserCard',
  'externalUserCardOfAccount',
  'externalUserContactFacts',
  'externalUserDetails',
  'externalUserFreeSeat',
  'externalUserIdleSeats',
  'externalUserListOrg',
  'externalUserOrg',
  'externalUserOrgFacts',
  'externalUserSelection',
  'externalUserSelectionFacts',
  'externalUserStatus'
];

/** Tables of cases that tests of components, browser specs, tests of the rules' rooms and of the flows go through. */
const CASES = 'force-app/test/cases/';
const ROOM_OF_FLOWS = 'check';

/** What the platform resolves for a bundle. */
const PLATFORM_MODULES = /^(lwc$|lightning\/|@salesforce\/|c\/)/;

/** Commands that put two commands together: each imports the other's entry file. */
const COMPOSING_ROOMS = ['start', 'check', 'scratch-org', 'acceptance', 'package'];
const DOORS = /^scripts\/[^/]+\/(main|serve)\.ts$/;

/** Commands that decide with the product's own rules. */
const ROOMS_WITH_RULES = ['enable-users', 'doctor', 'self-registration'];
/** What those rooms share of it; closed to every other room, or it would be a way around the wall. */
const SHARED_RULES = 'scripts/shared/rules/';

/** npm's name of each package, by its folder below `packages/`. */
const PACKAGES: Readonly<Record<string, string>> = {
  'local-org': 'sfdx-local-org',
  playground: 'sfdx-playground',
  'sf-cli': 'sf-cli'
};
/** Packages that a package may import; its tests may also log the sf CLI in. */
const PACKAGE_IMPORTS: Readonly<Record<string, readonly string[]>> = {
  'local-org': [],
  playground: ['sfdx-local-org', 'sf-cli'],
  'sf-cli': []
};
const PACKAGES_FOR_TESTS = ['sf-cli'];

/** Commands that start a local org. Every other command speaks to any org, and must run without one. */
const ROOMS_WITH_LOCAL_ORG = ['start', 'check', 'scratch-org', 'bench', 'docs', 'try-project'];
const LOCAL_PACKAGES = ['sfdx-local-org', 'sfdx-playground'];

interface Place {
  readonly kind: 'bundle' | 'package' | 'script' | 'browserSpec' | 'elsewhere';
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
    case 'package':
      return target === null ? breachOfPackageModule(place, specifier) : breachOfPackagePath(from, place, target);
    case 'script':
      return target === null ? breachOfScriptModule(place, specifier) : breachOfScriptPath(place, target);
    case 'browserSpec':
      return breachOfBrowserSpec(specifier, target);
    case 'elsewhere':
      return null;
  }
}

function placeOf(path: string): Place {
  const isTest = ['/__tests__/', '/testing/'].some((folder) => path.includes(folder)) || path.endsWith('.test.ts');
  const about = { isTest, hasSharedRules: path.startsWith(SHARED_RULES) };
  if (path.startsWith(BUNDLES)) {
    return { kind: 'bundle', name: path.slice(BUNDLES.length).split('/')[0] ?? '', ...about };
  }
  if (path.startsWith('packages/')) {
    return { kind: 'package', name: path.split('/')[1] ?? '', ...about };
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
  if (place.name === LIST_RULES && specifier !== `c/${RULES}`) {
    return `${LIST_RULES} is pure: it may import its own files ('./…') and c/${RULES} only.`;
  }
  if (!PLATFORM_MODULES.test(specifier)) {
    return `A component runs on the platform, which has no module '${specifier}'.`;
  }
  if (DATA_MODULES.test(specifier) && !BUNDLES_WITH_DATA.includes(place.name)) {
    return `Only ${BUNDLES_WITH_DATA.join(' and ')} speak to '${specifier}'.`;
  }
  return null;
}

function breachOfPackagePath(from: string, { name, isTest }: Place, target: string): string | null {
  return target.startsWith(`packages/${name}/`)
    ? isTest
      ? null
      : findLayerBreach(from, target)
    : `packages/${name} knows nothing of the product: it may import its own files and packages of npm only.`;
}

function breachOfPackageModule({ name, isTest }: Place, specifier: string): string | null {
  if (specifier.startsWith('c/')) {
    return `packages/${name} must not share a decision with the product: no '${specifier}' here.`;
  }
  const imported = Object.values(PACKAGES).find((other) => isOfPackage(specifier, other));
  const allowed = [PACKAGES[name], ...(PACKAGE_IMPORTS[name] ?? []), ...(isTest ? PACKAGES_FOR_TESTS : [])];
  return imported === undefined || allowed.includes(imported) ? null : `packages/${name} must not import ${imported}.`;
}

function isOfPackage(specifier: string, name: string): boolean {
  return specifier === name || specifier.startsWith(`${name}/`);
}

function breachOfScriptPath(place: Place, target: string): string | null {
  if (target.startsWith(SHARED_RULES) && !mayHaveRules(place)) {
    return `scripts/${place.name} must not share a decision with the product: ${SHARED_RULES} is for ${ROOMS_WITH_RULES.join(' and ')}.`;
  }
  if (target.startsWith(`scripts/${place.name}/`) || target.startsWith('scripts/shared/')) {
    return null;
  }
  if (place.isTest && target.startsWith(CASES) && [...ROOMS_WITH_RULES, ROOM_OF_FLOWS].includes(place.name)) {
    return null;
  }
  if (target.startsWith('force-app/')) {
    return `scripts/${place.name} must not reach into force-app by a path.`;
  }
  if (target.startsWith('packages/')) {
    return 'A package is imported by its name, so that its exports are its only door.';
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
  const isLocal = LOCAL_PACKAGES.some((name) => isOfPackage(specifier, name));
  if (isLocal && !place.isTest && !ROOMS_WITH_LOCAL_ORG.includes(place.name)) {
    return `scripts/${place.name} must run without a local org: only ${ROOMS_WITH_LOCAL_ORG.join(', ')} start one.`;
  }
  if (!specifier.startsWith('c/')) {
    return null;
  }
  if (specifier !== `c/${RULES}` && specifier !== `c/${LIST_RULES}`) {
    return `Scripts share c/${RULES} and c/${LIST_RULES} with the components, and nothing else.`;
  }
  return mayHaveRules(place)
    ? null
    : `scripts/${place.name} must not share a decision with the product: no ${specifier} here.`;
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
