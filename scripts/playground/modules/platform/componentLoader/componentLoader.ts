import type { LightningElement } from 'lwc';

export type ComponentConstructor = new () => LightningElement;

/** Loads a project's component by its bundle's name; the page's import map knows where it is. */
export async function loadComponent(bundle: string): Promise<ComponentConstructor> {
  const module = (await import(`c/${bundle}`)) as { readonly default: ComponentConstructor };
  return module.default;
}
