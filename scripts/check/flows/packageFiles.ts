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

/**
 * Flows, permission sets and objects of source folders in the metadata format, as the CLI converts them: an object's
 * fields go into its own file. `extra` are further files, by path, with the member that each is.
 */
export function packageFiles(
  folders: readonly string[],
  extra: Readonly<Record<string, { readonly member: Member; readonly text: string }>> = {}
): PackageFiles {
  const members: Member[] = Object.values(extra).map(({ member }) => member);
  const files: Record<string, string> = Object.fromEntries(
    Object.entries(extra).map(([path, { text }]) => [path, text])
  );
  for (const folder of folders) {
    for (const [directory, type] of Object.entries(WHOLE_FILES)) {
      for (const file of filesIn(join(folder, directory))) {
        const target = basename(file, '-meta.xml');
        files[`${directory}/${target}`] = readFileSync(join(folder, directory, file), 'utf8');
        members.push({ type, name: target.slice(0, target.lastIndexOf('.')) });
      }
    }
    for (const object of filesIn(join(folder, 'objects'))) {
      const { text, fields, isWhole } = composedObject(join(folder, 'objects', object), object);
      files[`objects/${object}.object`] = text;
      members.push(...fields.map((field) => ({ type: 'CustomField', name: `${object}.${field}` })));
      if (isWhole) members.push({ type: 'CustomObject', name: object });
    }
  }
  return { ...files, 'package.xml': manifest(members) };
}

function composedObject(
  folder: string,
  object: string
): { readonly text: string; readonly fields: readonly string[]; readonly isWhole: boolean } {
  const own = filesIn(folder).find((file) => file.endsWith('.object-meta.xml'));
  const files = filesIn(join(folder, 'fields'));
  const parts = files.map((file) => contentOf(readFileSync(join(folder, 'fields', file), 'utf8'), 'CustomField'));
  const rest = own === undefined ? '' : contentOf(readFileSync(join(folder, own), 'utf8'), 'CustomObject');
  const fields = parts.map((part) => `<fields>${part}</fields>`).join('\n');
  return {
    text: `<?xml version="1.0" encoding="UTF-8"?>\n<CustomObject xmlns="${NAMESPACE}">${rest}${fields}</CustomObject>`,
    fields: files.map((file) => basename(file, '.field-meta.xml')),
    isWhole: own !== undefined && !object.endsWith('__mdt')
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
