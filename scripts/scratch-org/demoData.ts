import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { isJson, listAt, textAt, type Json } from 'sf-cli/json';

/** Reads the demo's records, which have the format of `sf data tree`, and adapts them to one org. */

const SOURCE = 'data';
const PLAN = ['Individual', 'Account', 'Contact'];

export interface DemoRecord {
  readonly object: string;
  readonly reference: string;
  readonly fields: Json;
}

export async function readDemoData(): Promise<readonly DemoRecord[]> {
  const files = await Promise.all(PLAN.map((object) => readFile(join(SOURCE, `${object}.json`), 'utf8')));
  return files.flatMap((file) => {
    const content: unknown = JSON.parse(file);
    return listAt(content, 'records').filter(isJson).map(demoRecord);
  });
}

function demoRecord({ attributes, ...fields }: Json): DemoRecord {
  return { object: textAt(attributes, 'type'), reference: textAt(attributes, 'referenceId'), fields };
}

/** The records whose ids are not known; references to the others become their ids. */
export function missingRecords(
  all: readonly DemoRecord[],
  known: Readonly<Record<string, string>>
): readonly DemoRecord[] {
  return all
    .filter(({ reference }) => known[reference] === undefined)
    .map((record) => ({
      ...record,
      fields: Object.fromEntries(Object.entries(record.fields).map(([name, value]) => [name, resolved(value, known)]))
    }));
}

function resolved(value: unknown, known: Readonly<Record<string, string>>): unknown {
  return typeof value === 'string' && value.startsWith('@') ? (known[value.slice(1)] ?? value) : value;
}

/** Writes the files and the plan of an import; returns the plan's path. */
export async function writePlan(folder: string, records: readonly DemoRecord[]): Promise<string> {
  await mkdir(folder, { recursive: true });
  const objects = PLAN.filter((name) => records.some(({ object }) => object === name));
  for (const name of objects) {
    const own = records.filter(({ object }) => object === name);
    const content = own.map(({ object, reference, fields }) => ({
      attributes: { type: object, referenceId: reference },
      ...fields
    }));
    await writeFile(join(folder, `${name}.json`), JSON.stringify({ records: content }));
  }
  const plan = join(folder, 'plan.json');
  await writeFile(plan, JSON.stringify(objects.map((sobject) => ({ sobject, files: [`${sobject}.json`] }))));
  return plan;
}
