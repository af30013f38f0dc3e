import { readFileSync } from 'node:fs';

const { devDependencies, engines } = JSON.parse(readFileSync('package.json', 'utf8')) as {
  readonly devDependencies: Readonly<Record<string, string>>;
  readonly engines: { readonly node: string };
};

it('lets version managers choose the Node that npm ci brings', () => {
  expect(readFileSync('.nvmrc', 'utf8').trim()).toBe(devDependencies['node']);
});

it('names the same oldest Node in the README as in package.json', () => {
  const oldest = engines.node.replace('>=', '');
  expect(readFileSync('README.md', 'utf8')).toContain(`Node ${oldest} or newer`);
});
