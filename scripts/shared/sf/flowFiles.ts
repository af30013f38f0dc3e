import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const SUFFIX = '.flow-meta.xml';

interface FlowFile {
  readonly name: string;
  /** The flows that it starts as subflows. */
  readonly subflows: readonly string[];
  readonly isStartedByRecord: boolean;
}

/**
 * The API names of the flows in these folders, in the order in which they are activated: a subflow before the flow that
 * starts it, and what a record starts last, as it then works at once.
 */
export function flowNamesIn(folders: readonly string[]): readonly string[] {
  const files = folders.flatMap(filesIn).sort((a, b) => Number(a.isStartedByRecord) - Number(b.isStartedByRecord));
  const ordered: string[] = [];
  const add = ({ name, subflows }: FlowFile): void => {
    if (ordered.includes(name)) return;
    for (const file of files) if (subflows.includes(file.name) && file.name !== name) add(file);
    ordered.push(name);
  };
  files.forEach(add);
  return ordered;
}

function filesIn(folder: string): readonly FlowFile[] {
  const flows = join(folder, 'flows');
  return readdirSync(flows)
    .filter((file) => file.endsWith(SUFFIX))
    .sort()
    .map((file) => {
      const xml = readFileSync(join(flows, file), 'utf8');
      return {
        name: file.slice(0, -SUFFIX.length),
        subflows: [...xml.matchAll(/<flowName>(\w+)<\/flowName>/gu)].map(([, name = '']) => name),
        isStartedByRecord: /<triggerType>Record\w+<\/triggerType>/u.test(xml)
      };
    });
}
