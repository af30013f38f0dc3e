import type { LightningElement } from 'lwc';
import { createAmdLoader, defaultOf } from './amdLoader.ts';

export type ComponentConstructor = new () => LightningElement;

const loader = createAmdLoader((name) => import(name));

Object.assign(globalThis, { define: loader.define });

/** Loads a component by the name of its bundle, built from source or deployed, as the page's import map says. */
export async function loadComponent(bundle: string): Promise<ComponentConstructor> {
  return defaultOf(await loader.load(`c/${bundle}`)) as ComponentConstructor;
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
