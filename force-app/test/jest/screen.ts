/** Reads what a person sees of a component, through every shadow root: text, roles, names and focus. */

/** Reads and operates the screen. A missing element throws, so that the failing test names it. */
export interface Screen {
  readonly text: () => string;
  readonly button: (name: string) => HTMLButtonElement;
  readonly hasButton: (name: string) => boolean;
  readonly press: (name: string) => Promise<void>;
  /** A link that opens a new tab, and says so. */
  readonly link: (name: string) => HTMLAnchorElement;
  readonly field: (label: string) => HTMLInputElement | HTMLSelectElement;
  readonly hasField: (label: string) => boolean;
  /** Types or chooses as a person does, without leaving the field. */
  readonly fillIn: (label: string, value: string) => Promise<void>;
  readonly leave: (label: string) => Promise<void>;
  readonly choose: (radio: string) => Promise<void>;
  /** Returns the texts of all elements with an ARIA role, such as `alert` or `status`. */
  readonly role: (role: string) => readonly string[];
  readonly find: (selector: string) => readonly HTMLElement[];
  /** Returns the focused element inside the innermost shadow root. */
  readonly focused: () => Element | null;
}

/** No action here starts a longer chain of promises and renderings, so no test needs a timer. */
const TURNS = 60;

/** Waits until started promises, wires and renderings are finished. */
export async function settled(): Promise<void> {
  for (let turn = 0; turn < TURNS; turn++) {
    await Promise.resolve();
  }
}

/** Shows the fields of the form that are folded. */
export async function unfold(screen: Screen): Promise<void> {
  if (screen.hasButton('Edit')) {
    await screen.press('Edit');
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
    link: (name) => {
      const links = find('a[target=_blank]').filter(
        (element): element is HTMLAnchorElement =>
          element instanceof HTMLAnchorElement && shownText(element) === `${name} ↗ (opens in a new tab)`
      );
      return only(links, `link "${name}"`);
    },
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
  if (node instanceof HTMLStyleElement) {
    return [];
  }
  return node.nodeType === Node.TEXT_NODE ? [node.textContent ?? ''] : shownChildren(node).flatMap(textsIn);
}

/** Returns the text of a label without the content of its field. */
function ownText(label: Element | null): string {
  return [...(label?.childNodes ?? [])]
    .map((child) => (child.nodeType === Node.TEXT_NODE ? (child.textContent ?? '') : ''))
    .join('')
    .trim();
}

/** Returns the rendered children: the shadow tree instead of the light tree, and the assigned nodes of a slot. */
function shownChildren(node: Node): readonly Node[] {
  if (node instanceof HTMLSlotElement) {
    const assigned = node.assignedNodes();
    return assigned.length > 0 ? assigned : [...node.childNodes];
  }
  return [...(node instanceof Element && node.shadowRoot !== null ? node.shadowRoot : node).childNodes];
}
