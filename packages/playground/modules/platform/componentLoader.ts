import type { LightningElement } from 'lwc';
import { createAmdLoader, defaultOf } from './amdLoader.ts';
import { refusalOf } from './refusals.ts';
import { BundleError, NO_COMPONENT, type ComponentProblem } from './componentProblem.ts';

export type ComponentConstructor = new () => LightningElement;

const loader = createAmdLoader(async (name) => {
  try {
    return (await import(name)) as unknown;
  } catch (error) {
    // The browser does not say which of the modules that an org has is missing here.
    const refusal = name.startsWith('c/') || error instanceof SyntaxError ? null : refusalOf(name);
    throw refusal === null ? error : new Error(refusal, { cause: error });
  }
});

Object.assign(globalThis, { define: loader.define });

/**
 * Loads a component by the name of its bundle, built from source or deployed, as the page's import map says. Rejects with
 * BundleError when it could not be built.
 */
export async function loadComponent(bundle: string): Promise<ComponentConstructor> {
  const module = await loader.load(`c/${bundle}`);
  const component = defaultOf(module);
  if (!isConstructor(component)) {
    // A module without a default export stands for itself.
    throw new Error(component === module ? NO_COMPONENT : 'Its default export is no component');
  }
  if (component.problem !== undefined) throw new BundleError(component.problem);
  return component;
}

function isConstructor(value: unknown): value is ComponentConstructor & { readonly problem?: ComponentProblem } {
  return typeof value === 'function';
}

/** Leaves out the properties that the component does not declare, because the platform does not pass them. */
export function declaredProperties<Value>(
  component: ComponentConstructor,
  properties: Readonly<Record<string, Value>>
): Record<string, Value> {
  const prototype: unknown = component.prototype;
  return Object.fromEntries(
    Object.entries(properties).filter(
      ([name]) => typeof prototype === 'object' && prototype !== null && name in prototype
    )
  );
}
