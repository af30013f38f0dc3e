import { readFile, writeFile } from 'node:fs/promises';
import { runProcess } from '../shared/commandProcess.ts';
import { EXIT } from '../shared/exit.ts';
import { PAGE, withGenerated } from './page.ts';

/** `npm run docs`: writes the generated sections of docs/local-org.md. */

await runProcess(async () => {
  const page = await readFile(PAGE, 'utf8');
  const written = await withGenerated(page);
  if (written === page) {
    process.stdout.write(`${PAGE} is up to date.\n`);
  } else {
    await writeFile(PAGE, written);
    process.stdout.write(`${PAGE} is written.\n`);
  }
  return EXIT.done;
}, `Interrupted. Run it again where git shows a change of ${PAGE}.`);
