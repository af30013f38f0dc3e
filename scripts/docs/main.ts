import { readFile, writeFile } from 'node:fs/promises';
import { parseNoOptions, processOutput, runParsed } from '../shared/commandLine.ts';
import { runProcess } from '../shared/commandProcess.ts';
import { EXIT } from '../shared/exit.ts';
import { PAGE, withGenerated } from './page.ts';

/** `npm run docs`: writes the generated sections of docs/local-org.md. */

const HELP = `npm run docs

Writes the sections of ${PAGE} that are made from the code.

Exit code: 0 when the page is up to date or written, 1 when it can't be, 2 when an option is wrong.
`;

async function writePage(): Promise<number> {
  const page = await readFile(PAGE, 'utf8');
  const written = await withGenerated(page);
  if (written === page) {
    process.stdout.write(`${PAGE} is up to date.\n`);
  } else {
    await writeFile(PAGE, written);
    process.stdout.write(`${PAGE} is written.\n`);
  }
  return EXIT.done;
}

await runProcess(
  () => runParsed(parseNoOptions('npm run docs', process.argv.slice(2)), HELP, processOutput, writePage),
  `Interrupted. Run it again where git shows a change of ${PAGE}.`
);
