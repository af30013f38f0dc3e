import { HELP, parseOptions, runParsed, type Output, type ParsedOptions } from '../../shared/commandLine.ts';
import { EXIT } from '../../shared/exit.ts';
import type { Figure } from '../shared/figure.ts';
import { toTable } from '../shared/figureTable.ts';
import { commonHelp } from '../shared/options.ts';
import type { Part } from './parts.ts';

interface AllOptions {
  readonly parts: readonly Part[];
  readonly isShort: boolean;
  readonly json: boolean;
}

const help = `npm run bench -- [options]

Runs the benchmarks one after the other: start, action, deploy, bulk, large-file. npm run bench:<name> runs one of them, and
explains its figures. Together they take half an hour on two idle cores.

      --only <name,…>  some of them
      --short          as little of each as shows that it works; its figures say nothing
${commonHelp(23)}`;

/** The whole command. Answers the exit code. One benchmark that can't be measured doesn't stop the others. */
export async function runAll(args: readonly string[], parts: readonly Part[], output: Output): Promise<number> {
  return runParsed(parseAllOptions(args, parts), help, output, async (options) => {
    const figures: Figure[] = [];
    let exitCode: number = EXIT.done;
    for (const part of options.parts) {
      try {
        figures.push(...(await figuresOf(part, options.isShort, output)));
      } catch (error) {
        output.writeError(`${part.name}: not measured. ${error instanceof Error ? error.message : String(error)}\n`);
        exitCode = EXIT.failed;
      }
    }
    output.write(`${options.json ? JSON.stringify({ figures }) : toTable('All benchmarks', figures)}\n`);
    return exitCode;
  });
}

async function figuresOf(part: Part, isShort: boolean, output: Output): Promise<readonly Figure[]> {
  const tell = (progress: string): void => {
    output.writeError(`${part.name}: ${progress}…\n`);
  };
  const { figures } = await part.measure(isShort, tell);
  return figures.map((figure) => ({ ...figure, figure: `${part.name}: ${figure.figure}` }));
}

function parseAllOptions(args: readonly string[], parts: readonly Part[]): ParsedOptions<AllOptions> {
  const definitions = {
    only: { type: 'string' },
    short: { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
    ...HELP
  } as const;
  return parseOptions('npm run bench', args, definitions, ({ only, short, json }): ParsedOptions<AllOptions> => {
    const names = only?.split(',') ?? parts.map(({ name }) => name);
    const unknown = names.find((name) => !parts.some((part) => part.name === name));
    if (unknown !== undefined) {
      const known = parts.map(({ name }) => name).join(', ');
      return { kind: 'refused', message: `--only takes ${known} with commas between them, not "${unknown}".` };
    }
    return { kind: 'run', options: { parts: parts.filter(({ name }) => names.includes(name)), isShort: short, json } };
  });
}
