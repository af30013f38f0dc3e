import { valueAt } from 'sf-cli/json';

/** What a component says about its validity. LWC Guide: use-flow-validate-user-input-for-custom-components. */
interface Validity {
  readonly isValid: boolean;
  /** Empty when the component shows its errors itself. */
  readonly errorMessage: string;
}

/**
 * Calls the `validate()` of a component; a component without it is always valid. One with `reportValidity()` shows its
 * errors itself. LWC Guide: use-flow-validate-external-internal-methods.
 */
export function validityOf(component: object | null): Validity {
  const answer = call(component, 'validate');
  if (valueAt(answer, 'isValid') !== false) {
    call(component, 'setCustomValidity', '');
    return { isValid: true, errorMessage: '' };
  }
  const message = valueAt(answer, 'errorMessage');
  if (component !== null && 'reportValidity' in component) {
    call(component, 'reportValidity');
    return { isValid: false, errorMessage: '' };
  }
  return { isValid: false, errorMessage: typeof message === 'string' ? message : '' };
}

function call(target: object | null, name: string, ...values: readonly unknown[]): unknown {
  const method: unknown = target !== null && name in target ? Reflect.get(target, name) : undefined;
  return typeof method === 'function' ? Reflect.apply(method, target, values) : undefined;
}

/**
 * The first values of a component's attributes. An attribute that the screen does not set is null. LWC Guide:
 * use-flow-runtime-considerations.
 */
export function initialAttributes(
  attributes: readonly { readonly name: string; readonly isInput: boolean }[],
  inputs: Readonly<Record<string, unknown>>
): Record<string, unknown> {
  // Names in a flow are not case-sensitive.
  const given = new Map(Object.entries(inputs).map(([name, value]) => [name.toLowerCase(), value]));
  return Object.fromEntries(
    attributes.filter(({ isInput }) => isInput).map(({ name }) => [name, given.get(name.toLowerCase()) ?? null])
  );
}

/**
 * The values that the flow reads from a component: those of its properties now. LWC Guide:
 * use-best-practices-reactivity.
 */
export function attributesOf(
  component: object,
  attributes: readonly { readonly name: string; readonly isOutput: boolean }[]
): Record<string, unknown> {
  return Object.fromEntries(
    attributes
      .filter(({ name, isOutput }) => isOutput && name in component)
      .map(({ name }): [string, unknown] => [name, Reflect.get(component, name) ?? null])
  );
}
