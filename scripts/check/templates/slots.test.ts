import { globSync, readFileSync } from 'node:fs';

/**
 * An element that moves from one slot to another in one rendering ends in "The node to be removed is not a child of this
 * node", and the component is gone. The compiler allows a slot in each branch of a condition.
 */
describe('a template', () => {
  const templates = globSync('force-app/**/lwc/*/*.html');

  it.each(templates)('%s has each slot once', (path) => {
    const names = [...readFileSync(path, 'utf8').matchAll(/<slot\b(?: name="([^"]*)")?/gu)].map(([, name]) => name);
    expect(names).toEqual([...new Set(names)]);
  });
});
