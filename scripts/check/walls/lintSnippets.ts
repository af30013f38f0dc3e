import { text } from 'node:stream/consumers';
import { ESLint } from 'eslint';
import tseslint from 'typescript-eslint';

/**
 * Lints code that is in no file: `[{ path, code }]` on stdin, the messages of each on stdout, both JSON.
 * A process of its own because Jest cannot load eslint.config.js, an ES module. Rules that need types are off.
 */
const eslint = new ESLint({ overrideConfig: tseslint.configs.disableTypeChecked });
const snippets = JSON.parse(await text(process.stdin)) as { path: string; code: string }[];
const messages = await Promise.all(
  snippets.map(async ({ path, code }) => {
    const results = await eslint.lintText(code, { filePath: path });
    return results.flatMap((result) =>
      result.messages.map((message) => `${message.ruleId ?? 'fatal'}: ${message.message}`)
    );
  })
);
process.stdout.write(JSON.stringify(messages));
