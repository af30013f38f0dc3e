import { resolve } from 'node:path';
import { answerCalls } from 'sf-cli/host/answerCalls';
import { main as doctor } from '../../doctor/main.ts';
import { main as enableUsers } from '../../enable-users/main.ts';

/** A process that loads our commands once, and runs each as `npm run` does. */

const MAINS: Readonly<Record<string, () => Promise<void>>> = { doctor, 'enable-users': enableUsers };

await answerCalls(() =>
  Promise.resolve(([name = '', ...args]) => {
    const run = MAINS[name];
    if (run === undefined) throw new Error(`The host has no command ${name}.`);
    return Promise.resolve({ file: resolve(`scripts/${name}/main.ts`), args, run });
  })
);
