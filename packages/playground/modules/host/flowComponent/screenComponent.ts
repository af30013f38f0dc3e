import { valueAt } from 'sf-cli/json';

/** What a component says of its answers. LWC: use-flow-validate-user-input-for-custom-components. */
interface Validity {
  readonly isValid: boolean;
  /** Empty where the component shows its errors itself. */
  readonly errorMessage: string;
}

/**
 * Asks a component for its `validate()`; without one, every answer is good. A component with `reportValidity()` draws its errors
 * itself. LWC: use-flow-validate-external-internal-methods.
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

/** What a component gets at first: a property that the screen says nothing of is null. LWC: use-flow-runtime-considerations. */
export function initialAttributes(
  attributes: readonly { readonly name: string; readonly isInput: boolean }[],
  inputs: Readonly<Record<string, unknown>>
): Record<string, unknown> {
  // Names in a flow don't mind the case.
  const given = new Map(Object.entries(inputs).map(([name, value]) => [name.toLowerCase(), value]));
  return Object.fromEntries(
    attributes.filter(({ isInput }) => isInput).map(({ name }) => [name, given.get(name.toLowerCase()) ?? null])
  );
}

/** What the flow takes from a component: the values that its properties have now. LWC: use-best-practices-reactivity. */
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
