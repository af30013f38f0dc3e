/** What a person sees of a component, through every shadow root: text, roles, names, focus. */

/** Reads and acts on what is on screen. A thing that isn't there is an error, so that a test says what was missing. */
export interface Screen {
  readonly text: () => string;
  readonly button: (name: string) => HTMLButtonElement;
  readonly hasButton: (name: string) => boolean;
  readonly press: (name: string) => Promise<void>;
  readonly field: (label: string) => HTMLInputElement | HTMLSelectElement;
  readonly hasField: (label: string) => boolean;
  /** Types or chooses, as a person does; the field is not left yet. */
  readonly fillIn: (label: string, value: string) => Promise<void>;
  readonly leave: (label: string) => Promise<void>;
  readonly choose: (radio: string) => Promise<void>;
  /** The texts of an ARIA role: `alert`, `status`. */
  readonly role: (role: string) => readonly string[];
  readonly find: (selector: string) => readonly HTMLElement[];
  /** Where the keyboard is, at the bottom of the shadow roots. */
  readonly focused: () => Element | null;
}

/** More than the longest chain of promises and renderings that one action starts here; nothing waits for a clock. */
const TURNS = 60;

/** Lets what has been started end: promises, wires, renderings. */
export async function settled(): Promise<void> {
  for (let turn = 0; turn < TURNS; turn++) {
    await Promise.resolve();
  }
}

export function screenOf(root: Element): Screen {
  const find = (selector: string): readonly HTMLElement[] =>
    shownElements(root).filter(
      (element): element is HTMLElement => element instanceof HTMLElement && element.matches(selector)
    );

  const button = (name: string): HTMLButtonElement => only(buttonsNamed(name), `button "${name}"`);
  const buttonsNamed = (name: string): readonly HTMLButtonElement[] =>
    find('button').filter(
      (element): element is HTMLButtonElement => element instanceof HTMLButtonElement && shownText(element) === name
    );

  const fieldsNamed = (label: string): readonly (HTMLInputElement | HTMLSelectElement)[] =>
    find('input:not([type=radio]), select').filter((element): element is HTMLInputElement | HTMLSelectElement => {
      const owner = element.closest('label');
      return owner !== null && ownText(owner) === label;
    });
  const field = (label: string): HTMLInputElement | HTMLSelectElement => only(fieldsNamed(label), `field "${label}"`);

  return {
    find,
    button,
    field,
    text: () => shownText(root),
    hasButton: (name) => buttonsNamed(name).length > 0,
    hasField: (label) => fieldsNamed(label).length > 0,
    press: async (name) => {
      button(name).click();
      await settled();
    },
    fillIn: async (label, value) => {
      const element = field(label);
      element.value = value;
      element.dispatchEvent(new Event(element instanceof HTMLSelectElement ? 'change' : 'input', { bubbles: true }));
      await settled();
    },
    leave: async (label) => {
      field(label).dispatchEvent(new Event('blur'));
      await settled();
    },
    choose: async (radio) => {
      const named = find('input[type=radio]').filter((element) => ownText(element.closest('label')) === radio);
      only(named, `radio "${radio}"`).click();
      await settled();
    },
    role: (role) => find(`[role=${role}]`).map((element) => shownText(element)),
    focused: () => {
      let active = document.activeElement;
      while (active?.shadowRoot?.activeElement) {
        active = active.shadowRoot.activeElement;
      }
      return active;
    }
  };
}

function only<Item>(items: readonly Item[], what: string): Item {
  const [item] = items;
  if (item === undefined || items.length > 1) {
    throw new Error(`${String(items.length)} times on screen: ${what}`);
  }
  return item;
}

function shownElements(node: Node): readonly Element[] {
  const inside = shownChildren(node).flatMap(shownElements);
  return node instanceof Element ? [node, ...inside] : inside;
}

function shownText(node: Node): string {
  return textsIn(node).join(' ').replace(/\s+/g, ' ').trim();
}

function textsIn(node: Node): readonly string[] {
  return node.nodeType === Node.TEXT_NODE ? [node.textContent ?? ''] : shownChildren(node).flatMap(textsIn);
}

/** The text of a label without what is in its field. */
function ownText(label: Element | null): string {
  return [...(label?.childNodes ?? [])]
    .map((child) => (child.nodeType === Node.TEXT_NODE ? (child.textContent ?? '') : ''))
    .join('')
    .trim();
}

/** Children as they are drawn: the shadow tree instead of the light one, and what a slot was given. */
function shownChildren(node: Node): readonly Node[] {
  if (node instanceof HTMLSlotElement) {
    const assigned = node.assignedNodes();
    return assigned.length > 0 ? assigned : [...node.childNodes];
  }
  return [...(node instanceof Element && node.shadowRoot !== null ? node.shadowRoot : node).childNodes];
}
