import type { LightningElement } from 'lwc';

export type ComponentConstructor = new () => LightningElement;

/** Loads a project's component by its bundle's name; the page's import map knows where it is. */
export async function loadComponent(bundle: string): Promise<ComponentConstructor> {
  const module = (await import(`c/${bundle}`)) as { readonly default: ComponentConstructor };
  return module.default;
}

/** Of these properties those that the component declares; the platform passes no others. */
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
