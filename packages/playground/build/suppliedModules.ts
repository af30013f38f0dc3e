import { baseComponents } from './baseModules.ts';
import { platformModules } from './platformModules.ts';
import { SCOPED_MODULES } from './scopedModules.ts';

/** The modules that a component can import on a page, besides the components of its own project. */
export interface SuppliedModules {
  /** `lightning/…` modules of the playground itself. */
  readonly standIns: readonly string[];
  /** `lightning/…` modules of the npm package lightning-base-components. */
  readonly baseComponents: readonly string[];
  /** `@salesforce/…`; `*` stands for a name. */
  readonly scoped: readonly string[];
}

export function suppliedModules(): SuppliedModules {
  const standIns = platformModules()
    .map(({ specifier }) => specifier)
    .filter((specifier) => specifier.startsWith('lightning/'));
  return {
    standIns,
    baseComponents: baseComponents()
      .map(({ specifier }) => specifier)
      .filter((specifier) => !standIns.includes(specifier)),
    scoped: SCOPED_MODULES
  };
}
