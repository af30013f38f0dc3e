/** The layers of the local org, bottom up: a file imports its own layer and lower ones. */
const ENGINE = 'schema xml storage world query effects mail startingOrg access refusals login dml flow org'.split(' ');
const LOCAL_ORG = 'packages/local-org/';
const APIS = `${LOCAL_ORG}apis/`;

/** Says why a file of the local org must not import another one of it, or null when it may. Paths are relative to the repository. */
export function findLayerBreach(from: string, target: string): string | null {
  const [importing, imported] = [layerOf(from), layerOf(target)];
  if (importing === null || imported === null) return null;
  if (imported.height <= importing.height) {
    return isBehindDoor(from, target)
      ? 'An API is entered by its routes.ts; what several need lies in apis/shared.'
      : null;
  }
  return `${importing.name} is a lower layer than ${imported.name}: an import goes down only.`;
}

/** Whether an API imports a file of another API that is not its door. */
function isBehindDoor(from: string, target: string): boolean {
  const [importing, imported] = [apiOf(from), apiOf(target)];
  if (importing === null || imported === null || importing === imported || imported === 'shared') return false;
  return target !== `${APIS}${imported}/routes.ts`;
}

function apiOf(path: string): string | null {
  return path.startsWith(APIS) ? (path.slice(APIS.length).split('/')[0] ?? null) : null;
}

interface Layer {
  readonly name: string;
  readonly height: number;
}

/** Null for a file that is not of the local org. Files at its root put the layers together. */
function layerOf(path: string): Layer | null {
  if (!path.startsWith(LOCAL_ORG)) return null;
  const [folder = '', layer = ''] = path.slice(LOCAL_ORG.length).split('/');
  switch (folder) {
    case 'bundles':
      return { name: folder, height: 0 };
    case 'engine': {
      const index = ENGINE.indexOf(layer);
      if (index === -1) throw new Error(`packages/local-org/engine has no layer ${layer}: name it in ENGINE.`);
      return { name: `engine/${layer}`, height: 1 + index };
    }
    case 'apis':
      return layer === 'shared' ? { name: 'apis/shared', height: 100 } : { name: 'apis', height: 101 };
    case 'control':
      return { name: folder, height: 102 };
    default:
      return { name: 'the host', height: 103 };
  }
}
