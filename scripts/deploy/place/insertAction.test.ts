import { readFileSync } from 'node:fs';
import { insertIntoLayout, insertIntoPage } from './insertAction.ts';

const ACTION = 'Contact.Enable_External_User';
const item = (name: string, place: number): string =>
  `<platformActionListItems><actionName>${name}</actionName><actionType>StandardButton</actionType><sortOrder>${String(place)}</sortOrder></platformActionListItems>`;
const list = (context: string, items: string): string =>
  `<platformActionList><actionListContext>${context}</actionListContext>${items}</platformActionList>`;
const layout = (lists: string): string => `<Layout>${lists}<showEmailCheckbox>false</showEmailCheckbox></Layout>`;

describe('an action', () => {
  it('comes first among those of a layout, and the others move on', () => {
    const other = list('Listview', item('New', 0));
    const inserted = insertIntoLayout(layout(other + list('Record', item('Edit', 0) + item('Delete', 1))), ACTION);
    if (inserted.kind !== 'inserted') throw new Error(inserted.kind);
    expect(inserted.actions).toEqual([ACTION, 'Edit', 'Delete']);
    expect(inserted.xml).toContain(other);
    expect(inserted.xml.replace(/\s+/gu, '')).toContain(
      list('Record', item(ACTION, 0).replace('StandardButton', 'QuickAction') + item('Edit', 1) + item('Delete', 2))
    );
    expect(insertIntoLayout(inserted.xml, ACTION)).toEqual({ kind: 'present' });
  });

  it('comes into an empty list of a layout', () => {
    const inserted = insertIntoLayout(
      layout(list('Record', '<relatedSourceEntity>Contact</relatedSourceEntity>')),
      ACTION
    );
    expect(inserted).toMatchObject({
      kind: 'inserted',
      actions: [ACTION],
      xml: expect.stringMatching(/<\/platformActionListItems>\s*<relatedSourceEntity>/u) as string
    });
  });

  it.each([
    ['a layout without a list of its own, whose actions it would take away', insertIntoLayout(layout(''), ACTION)],
    ['a layout with a list for list views only', insertIntoLayout(layout(list('Listview', item('New', 0))), ACTION)],
    [
      'a page without Dynamic Actions',
      insertIntoPage(page().replace('<value>true</value>', '<value>false</value>'), ACTION)
    ],
    ['a page without a highlights panel', insertIntoPage('<FlexiPage></FlexiPage>', ACTION)]
  ])('does not come into %s', (_title, insertion) => {
    expect(insertion).toMatchObject({ kind: 'refused', todo: expect.stringMatching(/run it again/u) as string });
  });

  it('comes first among the Dynamic Actions of a page, and the rest of the page stays', () => {
    const without = page().replace(/\s*<valueListItems>\s*<value>Contact\.Enable.*?<\/valueListItems>/su, '');
    expect(without).not.toContain(ACTION);
    const inserted = insertIntoPage(without, ACTION);
    if (inserted.kind !== 'inserted') throw new Error(inserted.kind);
    expect(inserted.actions).toEqual([ACTION, 'Edit', 'Delete', 'Clone']);
    expect(inserted.xml).toBe(page());
    expect(insertIntoPage(page(), ACTION)).toEqual({ kind: 'present' });
  });
});

/** The page of the demo, which has the action. */
function page(): string {
  return readFileSync('scripts/scratch-org/metadata/flexipages/Demo_Contact_Page.flexipage-meta.xml', 'utf8');
}
