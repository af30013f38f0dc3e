import type { LightningElement } from 'lwc';
import { createAmdLoader, defaultOf } from './amdLoader.ts';

export type ComponentConstructor = new () => LightningElement;

const loader = createAmdLoader((name) => import(name));

Object.assign(globalThis, { define: loader.define });

/** Loads a component by its bundle's name; the page's import map knows where it is, built from source or as it was deployed. */
export async function loadComponent(bundle: string): Promise<ComponentConstructor> {
  return defaultOf(await loader.load(`c/${bundle}`)) as ComponentConstructor;
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
