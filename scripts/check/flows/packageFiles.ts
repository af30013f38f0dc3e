import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';

/** Text by path in a package, `package.xml` among them. */
export type PackageFiles = Readonly<Record<string, string>>;

interface Member {
  readonly type: string;
  readonly name: string;
}

const NAMESPACE = 'http://soap.sforce.com/2006/04/metadata';

/** Folders whose files go into a package as they are, less `-meta.xml`. */
const WHOLE_FILES: Readonly<Record<string, string>> = { flows: 'Flow', permissionsets: 'PermissionSet' };

/** Folders of an object whose files go into the object's own: element and type. */
const PARTS: Readonly<Record<string, string>> = { fields: 'CustomField', listViews: 'ListView' };

/**
 * Flows, permission sets and objects of source folders in the metadata format, as the CLI converts them: an object's
 * parts go into its own file.
 */
export function packageFiles(folders: readonly string[]): PackageFiles {
  const members: Member[] = [];
  const files: Record<string, string> = {};
  for (const folder of folders) {
    for (const [directory, type] of Object.entries(WHOLE_FILES)) {
      for (const file of filesIn(join(folder, directory))) {
        const target = basename(file, '-meta.xml');
        files[`${directory}/${target}`] = readFileSync(join(folder, directory, file), 'utf8');
        members.push({ type, name: target.slice(0, target.lastIndexOf('.')) });
      }
    }
    for (const object of filesIn(join(folder, 'objects'))) {
      const composed = composedObject(join(folder, 'objects', object), object);
      files[`objects/${object}.object`] = composed.text;
      members.push(...composed.members);
    }
  }
  return { ...files, 'package.xml': manifest(members) };
}

function composedObject(
  folder: string,
  object: string
): { readonly text: string; readonly members: readonly Member[] } {
  const own = filesIn(folder).find((file) => file.endsWith('.object-meta.xml'));
  const rest = own === undefined ? '' : contentOf(readFileSync(join(folder, own), 'utf8'), 'CustomObject');
  const parts = Object.entries(PARTS).flatMap(([element, type]) =>
    filesIn(join(folder, element)).map((file) => ({
      member: { type, name: `${object}.${file.slice(0, file.indexOf('.'))}` },
      text: `<${element}>${contentOf(readFileSync(join(folder, element, file), 'utf8'), type)}</${element}>`
    }))
  );
  return {
    text: `<?xml version="1.0" encoding="UTF-8"?>\n<CustomObject xmlns="${NAMESPACE}">${rest}${parts.map(({ text }) => text).join('')}</CustomObject>`,
    members: [
      ...parts.map(({ member }) => member),
      ...(own === undefined ? [] : [{ type: 'CustomObject', name: object }])
    ]
  };
}

function contentOf(xml: string, element: string): string {
  const [, content = ''] = new RegExp(`<${element}[^>]*>(.*)</${element}>`, 's').exec(xml) ?? [];
  return content;
}

function filesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder).sort();
  } catch {
    // A package directory needn't have every kind of file.
    return [];
  }
}

function manifest(members: readonly Member[]): string {
  const types = [...new Set(members.map(({ type }) => type))].map((type) => {
    const names = members.filter((member) => member.type === type).map(({ name }) => `<members>${name}</members>`);
    return `<types>${names.join('')}<name>${type}</name></types>`;
  });
  return `<?xml version="1.0" encoding="UTF-8"?>\n<Package xmlns="${NAMESPACE}">${types.join('')}<version>68.0</version></Package>`;
}
