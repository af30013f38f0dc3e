import type { Run } from '../shared/runSteps.ts';
import { toJsonText } from '../shared/terminalText.ts';
import { ON_THIS_MACHINE } from '../scratch-org/main.ts';
import type { PackageOptions } from './options.ts';
import { versionOf, type PackageState } from './packageState.ts';
import type { ProjectPackage } from './project.ts';
import { ALIAS } from './steps/createOrg.ts';

/** Where a browser installs a version. Sandboxes and scratch orgs have a log-in page of their own. */
export function linkOf(versionId: string, host: 'login' | 'test' = 'login'): string {
  return `https://${host}.salesforce.com/packaging/installPackage.apexp?p0=${versionId}`;
}

/** The aliases of packages and versions as the CLI names them: `External User Enabler@0.1.0-1`. */
export function aliasesOf({ packages, versions }: PackageState): Readonly<Record<string, string>> {
  const ofVersions = Object.entries(versions).map(([name, { id, number }]) => {
    const [major = '', minor = '', patch = '', build = ''] = number.split('.');
    return [`${name}@${major}.${minor}.${patch}-${build}`, id] as const;
  });
  return Object.fromEntries([...Object.entries(packages), ...ofVersions]);
}

/** For a person: the links, in the order in which the packages are installed. */
export function summaryText(options: PackageOptions, state: PackageState, packages: readonly ProjectPackage[]): string {
  const isLocal = options.devHub === ON_THIS_MACHINE;
  const versions = packages.flatMap(({ name }) => {
    const { id, number } = versionOf(state, name);
    return [`${name} ${number}`, `  ${linkOf(id)}`, ...(isLocal ? [] : [`  ${linkOf(id, 'test')} (sandboxes)`])];
  });
  return [
    'Install in this order:',
    ...versions,
    '',
    ...(isLocal ? LOCAL_ONLY : betaText(options, state, packages)),
    ...(isLocal || state.url === '' ? [] : ['', `The org, for a day: npx sf org open --target-org ${ALIAS}`])
  ].join('\n');
}

const LOCAL_ONLY = [
  'These links are what a Dev Hub of Salesforce gives; the packages of this run were in memory only, and are gone.',
  'With a Dev Hub of yours: npm run package -- --dev-hub <alias>'
];

function betaText({ devHub }: PackageOptions, state: PackageState, packages: readonly ProjectPackage[]): string[] {
  const hub = devHub === undefined ? '' : ` --target-dev-hub ${devHub}`;
  return [
    'These are beta versions, which scratch orgs, sandboxes and Developer Edition orgs install. For production:',
    ...packages.map(({ name }) => `  npx sf package version promote --package ${versionOf(state, name).id}${hub}`)
  ];
}

/** For programs. */
export function toJson(
  { devHub }: PackageOptions,
  { state, reports, failure }: Run<PackageState>,
  packages: readonly ProjectPackage[]
): string {
  return toJsonText(
    {
      result: failure === null ? 'done' : 'failed',
      // What a local hub has made is gone when its reader gets this.
      endedWithCommand: devHub === ON_THIS_MACHINE,
      packages: packages.map(({ name }) => {
        const { id, number } = versionOf(state, name);
        return {
          name,
          id: state.packages[name] ?? '',
          version: number,
          versionId: id,
          link: id === '' ? '' : linkOf(id)
        };
      }),
      org: state.username === '' ? null : { username: state.username, url: state.url },
      steps: reports,
      failure
    },
    2
  );
}
