/**
 * Puts an action in front of the others of a page layout or a Lightning page, as text, so that everything else in the file
 * stays as the org wrote it. Source: Metadata API, Layout (PlatformActionList), FlexiPage (componentInstanceProperties).
 */

export type Insertion =
  | {
      readonly kind: 'inserted';
      readonly xml: string;
      /** In their new order, the inserted one first. */
      readonly actions: readonly string[];
    }
  | { readonly kind: 'present' }
  | { readonly kind: 'refused'; readonly message: string; readonly todo: string };

const RECORD_ACTIONS =
  /<platformActionList>\s*<actionListContext>Record<\/actionListContext>.*?<\/platformActionList>/su;

/** Only a layout that overrides the predefined actions has a list. A list of ours would take all the others away. */
export function insertIntoLayout(xml: string, action: string): Insertion {
  const [list] = RECORD_ACTIONS.exec(xml) ?? [];
  if (list === undefined) {
    return {
      kind: 'refused',
      message: 'the layout has no actions of its own, and a list with this one alone would take all the others away.',
      todo: 'open the layout in Setup, section Salesforce Mobile and Lightning Experience Actions, click “override the predefined actions”, save; then run it again.'
    };
  }
  const present = valuesOf(list, 'actionName');
  if (present.includes(action)) return { kind: 'present' };
  const moved = list.replace(/<sortOrder>(\d+)<\/sortOrder>/gu, (_element, place: string) =>
    sortOrder(Number(place) + 1)
  );
  const item = `<platformActionListItems>
            <actionName>${action}</actionName>
            <actionType>QuickAction</actionType>
            ${sortOrder(0)}
        </platformActionListItems>`;
  const before = moved.includes('<platformActionListItems>') ? '<platformActionListItems>' : '<relatedSourceEntity>';
  const place = moved.includes(before) ? before : '</platformActionList>';
  const inserted = moved.replace(place, () => `${item}\n        ${place}`);
  return { kind: 'inserted', xml: xml.replace(list, () => inserted), actions: [action, ...present] };
}

function sortOrder(place: number): string {
  return `<sortOrder>${String(place)}</sortOrder>`;
}

const INSTANCE =
  /<componentInstance>(?:(?!<\/componentInstance>).)*<componentName>force:highlightsPanel<\/componentName>.*?<\/componentInstance>/su;
const ACTION_NAMES =
  /<componentInstanceProperties>\s*<name>actionNames<\/name>\s*<valueList>.*?<\/valueList>\s*<\/componentInstanceProperties>/su;
const IS_DYNAMIC = /<name>enableActionsConfiguration<\/name>\s*<value>true<\/value>/u;

/** Only a highlights panel with Dynamic Actions lists its actions; any other one takes those of the page layout. */
export function insertIntoPage(xml: string, action: string): Insertion {
  const [panel] = INSTANCE.exec(xml) ?? [];
  const [list] = ACTION_NAMES.exec(panel ?? '') ?? [];
  if (panel === undefined || list === undefined || !IS_DYNAMIC.test(panel)) {
    return {
      kind: 'refused',
      message: 'the page has no Dynamic Actions: its actions are those of the page layout.',
      todo: 'name the page layout instead, or switch Dynamic Actions on in the page’s highlights panel; then run it again.'
    };
  }
  const present = valuesOf(list, 'value');
  if (present.includes(action)) return { kind: 'present' };
  const item = `<valueListItems>
                            <value>${action}</value>
                        </valueListItems>`;
  const inserted = list.replace('<valueList>', () => `<valueList>\n                        ${item}`);
  return {
    kind: 'inserted',
    xml: xml.replace(panel, () => panel.replace(list, () => inserted)),
    actions: [action, ...present]
  };
}

function valuesOf(xml: string, tag: string): readonly string[] {
  return [...xml.matchAll(new RegExp(`<${tag}>\\s*(.*?)\\s*</${tag}>`, 'gsu'))].map(([, value = '']) => value);
}
