import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const FACTS = 'docs/platform-facts.md';
const ROOMS = ['.', 'config', 'docs', 'force-app', 'packages', 'scripts'];
const TEXT = /\.(?:css|html|js|json|md|ts|xml|ya?ml)$/u;

const ids = readFileSync(FACTS, 'utf8')
  .split('\n')
  .flatMap((line) => /^- \*\*(F-\d+)\*\* /u.exec(line)?.[1] ?? []);

function filesOf(room: string): readonly string[] {
  return readdirSync(room, { recursive: room !== '.', withFileTypes: true })
    .filter((entry) => entry.isFile() && TEXT.test(entry.name))
    .map(({ parentPath, name }) => join(parentPath, name))
    .filter((file) => !file.includes('node_modules') && file !== 'package-lock.json');
}

interface Line {
  readonly place: string;
  readonly text: string;
}

const lines: readonly Line[] = ROOMS.flatMap(filesOf).flatMap((file) =>
  readFileSync(file, 'utf8')
    .split('\n')
    .map((text, index) => ({ place: `${file}:${index + 1}`, text }))
);

function linesWith(pattern: RegExp): readonly string[] {
  return lines.filter(({ text }) => pattern.test(text)).map(({ place, text }) => `${place} ${text.trim()}`);
}

it('gives each fact about Salesforce an id of its own', () => {
  expect(ids.length).toBeGreaterThan(80);
  expect(ids.filter((id, index) => !/^F-\d{3}$/u.test(id) || ids.indexOf(id) !== index)).toEqual([]);
});

it('gives each list item of the page an id', () => {
  const items = readFileSync(FACTS, 'utf8').match(/^- .*/gmu) ?? [];
  expect(items.filter((item) => !/^- \*\*F-\d{3}\*\* /u.test(item))).toEqual([]);
});

it('cites only facts that exist', () => {
  const cited = lines.flatMap(({ place, text }) =>
    [...text.matchAll(/\[(F-\d+)\]/gu)].map(([, id = '']) => ({ place, id }))
  );
  expect(cited.length).toBeGreaterThan(50);
  expect(cited.filter(({ id }) => !ids.includes(id))).toEqual([]);
});

it('cites Salesforce documents by their name, not by a file or a section number of somebody’s notes', () => {
  expect(linesWith(/platform-facts \d|\b(?:user|account|network|profile)\.md\b/u)).toEqual([]);
});
