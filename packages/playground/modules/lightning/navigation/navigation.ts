/** Stand-in for `lightning/navigation`. LWC Guide: use-navigate, reference-page-reference-type. */
import type { LightningElement } from 'lwc';
import { navigateTo, onNavigation } from '../../platform/router.ts';
import { wireAdapter } from '../../platform/wireAdapter.ts';
import { parsePageReference, urlOf, type PageReference } from './pageReference.ts';

const Navigate = Symbol('Navigate');
const GenerateUrl = Symbol('GenerateUrl');

interface Navigation {
  [Navigate](pageReference: PageReference, replace?: boolean): void;
  [GenerateUrl](pageReference: PageReference): Promise<string>;
}

type Constructor = new () => LightningElement;

function mixNavigation<Base extends Constructor>(base: Base): Base & (new () => Navigation) {
  const Mixed = base as Constructor;
  return class extends Mixed {
    [Navigate](pageReference: PageReference, replace = false): void {
      navigateTo(urlOf(pageReference), replace);
    }

    [GenerateUrl](pageReference: PageReference): Promise<string> {
      return Promise.resolve(urlOf(pageReference));
    }
  } as unknown as Base & (new () => Navigation);
}

export const NavigationMixin = Object.assign(mixNavigation, { Navigate, GenerateUrl } as const);

/** The page reference of the current page. */
export const CurrentPageReference = wireAdapter<object, PageReference | undefined>(undefined, (_config, emit) => {
  const show = (): void => {
    emit(parsePageReference(location));
  };
  show();
  return onNavigation(show);
});

/** The two methods of the mixin as functions. */
export function navigate(_context: unknown, pageReference: PageReference, options?: { replace?: boolean }): void {
  navigateTo(urlOf(pageReference), options?.replace ?? false);
}

export function generateUrl(_context: unknown, pageReference: PageReference): string {
  return urlOf(pageReference);
}
