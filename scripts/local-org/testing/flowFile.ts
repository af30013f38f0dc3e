import { metadata } from './deploy.ts';

/** A flow file of these elements by name, in any order: those of one name are put side by side, as a file has to be. */
export interface FlowParts {
  /** Elements one after the other, each with its end tag. */
  readonly content?: string;
  /** What is in `<start>`. */
  readonly start?: string;
  readonly status?: string;
  readonly processType?: string;
}

/** The file of a flow. Without a start of its own, it begins at `Begin`, an assignment that is there to be begun at. */
export function flowFile({
  content = '',
  start,
  status = 'Active',
  processType = 'AutoLaunchedFlow'
}: FlowParts): string {
  const begin = start === undefined ? BEGIN : '';
  return metadata(
    'Flow',
    [
      '<apiVersion>68.0</apiVersion>',
      sorted(begin + content),
      '<label>Flow</label>',
      `<processType>${processType}</processType>`,
      `<start><locationX>0</locationX><locationY>0</locationY>${start ?? connector('Begin')}</start>`,
      `<status>${status}</status>`
    ].join('\n')
  );
}

/** What begins the name, label and place of an element. */
export function node(name: string): string {
  return `<name>${name}</name><label>${name}</label><locationX>0</locationX><locationY>0</locationY>`;
}

export function connector(target: string, tag = 'connector'): string {
  return `<${tag}><targetReference>${target}</targetReference></${tag}>`;
}

/** A text variable, unless `more` begins with another type. */
export function variable(name: string, more = '<dataType>String</dataType>'): string {
  return `<variables><name>${name}</name>${more}</variables>`;
}

const BEGIN = `<assignments>${node('Begin')}</assignments>`;

function sorted(content: string): string {
  const elements = [...content.matchAll(/<(\w+)>[^]*?<\/\1>/g)].map(([text, tag = '']) => ({ text, tag }));
  return Array.from(Map.groupBy(elements, ({ tag }) => tag).values())
    .flat()
    .map(({ text }) => text)
    .join('\n');
}
