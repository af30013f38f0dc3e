/** The modules by which a component speaks to the page around it. */

declare module 'lightning/actions' {
  /** Closes the quick action that the component is. */
  export class CloseActionScreenEvent extends CustomEvent<undefined> {
    constructor();
  }
}

declare module 'lightning/platformShowToastEvent' {
  export interface ToastMessage {
    readonly title: string;
    /** May hold `{0}`, filled from `messageData`. */
    readonly message?: string | undefined;
    readonly messageData?: readonly (string | { readonly url: string; readonly label: string })[] | undefined;
    readonly variant?: 'info' | 'success' | 'warning' | 'error' | undefined;
    readonly mode?: 'dismissible' | 'pester' | 'sticky' | undefined;
  }

  export class ShowToastEvent extends CustomEvent<ToastMessage> {
    constructor(toast: ToastMessage);
  }
}

declare module 'lightning/navigation' {
  import type { LightningElement } from 'lwc';

  export interface PageReference {
    readonly type: string;
    readonly attributes: Readonly<Record<string, string>>;
    readonly state?: Readonly<Record<string, string>> | undefined;
  }

  const Navigate: unique symbol;
  const GenerateUrl: unique symbol;

  export interface Navigation {
    [Navigate](pageReference: PageReference, replace?: boolean): void;
    [GenerateUrl](pageReference: PageReference): Promise<string>;
  }

  /** What makes a class one that `createElement` takes. */
  type Statics = Pick<typeof LightningElement, keyof typeof LightningElement>;

  /** What a component's class has besides its constructor, so that `createElement` takes it. */
  type ComponentStatics = Omit<typeof LightningElement, 'prototype'>;

  interface NavigationMixin {
    <Component extends LightningElement>(base: new () => Component): Statics & (new () => Component & Navigation);
    readonly Navigate: typeof Navigate;
    readonly GenerateUrl: typeof GenerateUrl;
  }

  /** `this[NavigationMixin.Navigate](…)` in a class that extends `NavigationMixin(LightningElement)`. */
  export const NavigationMixin: NavigationMixin;
}

declare module 'lightning/refresh' {
  import type { LightningElement } from 'lwc';

  /** `provider` is called when the page is refreshed. Returns what to unregister with. */
  export function registerRefreshHandler(context: LightningElement, provider: () => Promise<boolean>): number;
  export function unregisterRefreshHandler(id: number): void;

  /** Asks the standard components around for fresh data. */
  export class RefreshEvent extends CustomEvent<undefined> {
    constructor();
  }
}

declare module 'lightning/flowSupport' {
  /** Tells the flow the new value of an output. */
  export class FlowAttributeChangeEvent extends CustomEvent<{
    readonly attributeName: string;
    readonly attributeValue: unknown;
  }> {
    constructor(attributeName: string, attributeValue: unknown);
  }

  /** Where `availableActions` has FINISH. */
  export class FlowNavigationFinishEvent extends CustomEvent<undefined> {
    constructor();
  }

  /** Where `availableActions` has NEXT. */
  export class FlowNavigationNextEvent extends CustomEvent<undefined> {
    constructor();
  }
}
