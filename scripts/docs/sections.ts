import { createLocalOrg, createSchema, type LocalOrg } from 'sfdx-local-org';
import { suppliedModules } from 'sfdx-playground';
import { toNames, toTable } from './markdown.ts';

const URL_OF_ORG = 'http://localhost';
const DATA = '/services/data/:version';
const OWN = /^\/(?:__local|local-org)\//u;

const ALL_FEATURES = {
  digitalExperiences: true,
  partnerAccounts: true,
  personAccounts: true,
  devHub: true,
  sourceTracking: true
};

const FEATURES = [
  ['digitalExperiences', 'Digital Experiences'],
  ['partnerAccounts', 'partner accounts'],
  ['personAccounts', 'person accounts'],
  ['devHub', 'Dev Hub'],
  ['sourceTracking', 'source tracking']
] as const;

/** The generated parts of docs/local-org.md, by the name in their markers. */
export async function generatedSections(): Promise<ReadonlyMap<string, string>> {
  const localOrg = createLocalOrg({ org: 'ready', seed: 1, hasControlRoutes: true, url: () => URL_OF_ORG });
  const { standIns, baseComponents, scoped } = suppliedModules();
  return new Map([
    ['objects', objectTable()],
    ['metadata types', toNames(await metadataTypes(localOrg))],
    ['data endpoints', endpointTable(localOrg, (path) => path.startsWith(DATA), DATA)],
    ['other endpoints', endpointTable(localOrg, (path) => !path.startsWith(DATA) && !OWN.test(path))],
    ['own endpoints', endpointTable(localOrg, (path) => OWN.test(path))],
    ['stand-ins', toNames(standIns)],
    ['base components', toNames(baseComponents.map((specifier) => specifier.replace('lightning/', '')))],
    ['scoped modules', toNames(scoped)]
  ]);
}

function objectTable(): string {
  const objects = [...createSchema(ALL_FEATURES).objects].sort((one, other) => (one.apiName < other.apiName ? -1 : 1));
  const rows = objects.map(({ apiName, fields, supportedByUiApi, createable, updateable, deletable, queryable }) => {
    const calls = { create: createable, update: updateable, delete: deletable, query: queryable };
    return [
      `\`${apiName}\``,
      String(fields.size),
      supportedByUiApi ? 'yes' : 'no',
      Object.entries(calls)
        .flatMap(([call, isOffered]) => (isOffered ? [call] : []))
        .join(', '),
      needs(apiName)
    ];
  });
  return toTable(['object', 'fields', 'UI API and GraphQL', 'calls', 'needs'], rows);
}

/** The features without which an org has no such object. */
function needs(object: string): string {
  return FEATURES.filter(([feature]) => {
    const without = createSchema({ ...ALL_FEATURES, [feature]: false });
    return without.object(object) === undefined;
  })
    .map(([, name]) => name)
    .join(', ');
}

/** Methods of one path stand in one row; a path that may end in a slash stands there once. */
function endpointTable({ endpoints }: LocalOrg, isShown: (path: string) => boolean, prefix = ''): string {
  const methodsOf = new Map<string, Set<string>>();
  for (const { method, path } of endpoints) {
    if (!isShown(path)) continue;
    const shown = path.slice(prefix.length).replace(/(?<=.)\/$/u, '') || '/';
    methodsOf.set(shown, (methodsOf.get(shown) ?? new Set()).add(method));
  }
  const rows = [...methodsOf].sort(([one], [other]) => (one < other ? -1 : 1));
  return toTable(
    ['path', 'methods'],
    rows.map(([path, methods]) => [`\`${path}\``, [...methods].sort().join(', ')])
  );
}

/** As `describeMetadata` of the Metadata API tells the CLI. */
async function metadataTypes({ fetch, people }: LocalOrg): Promise<readonly string[]> {
  const [admin] = people;
  if (admin === undefined) throw new Error('The org has nobody who can ask');
  const body = `<Envelope><Header><SessionHeader><sessionId>${admin.accessToken}</sessionId></SessionHeader></Header><Body><describeMetadata/></Body></Envelope>`;
  const response = await fetch(new Request(`${URL_OF_ORG}/services/Soap/m/68.0`, { method: 'POST', body }));
  const names = [...(await response.text()).matchAll(/<(?:childXmlNames|xmlName)>(\w+)</gu)];
  return names.map(([, name = '']) => name).sort();
}
