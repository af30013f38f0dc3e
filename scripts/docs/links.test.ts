import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const ROOMS = '{config,data,docs,force-app,packages,scripts,.github,.vscode}';
const files = globSync([`${ROOMS}/**/*`, '*', '.*rc', '.editorconfig'], {
  exclude: (name) => name.includes('node_modules')
}).map((file) => `/${file.replaceAll('\\', '/')}`);

const pages = globSync(['*.md', '{docs,packages,scripts,force-app}/**/*.md'], {
  exclude: (name) => name.includes('node_modules')
});

const texts = pages.map((page) => [page, readFileSync(page, 'utf8').replace(/```.*?```/gsu, '')] as const);

it.each(texts)('%s links to files that exist', (page, text) => {
  const targets = [...text.matchAll(/\]\((?!https?:|#)([^)#\s]+)/gu)].map(([, target = '']) => target);
  expect(targets.filter((target) => !existsSync(join(dirname(page), target)))).toEqual([]);
});

// A changelog also names what is no longer there.
it.each(texts.filter(([page]) => page !== 'CHANGELOG.md'))('%s names files and folders that exist', (_page, text) => {
  const code = [...text.matchAll(/`([^`\s]+)`/gu)].map(([, name = '']) => name);
  const named = code.filter((name) =>
    /^[\w@.][\w@./-]*\.(?:css|ts)$|^(?:force-app|packages|scripts)\/[\w/-]+$/u.test(name)
  );
  const missing = named.filter((name) => !name.startsWith('.') && !files.some((file) => file.endsWith(`/${name}`)));
  expect(missing).toEqual([]);
});
