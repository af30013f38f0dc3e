import { LightningElement, api } from 'lwc';
import { declaredProperties, loadComponent, type ComponentConstructor } from '../../platform/componentLoader.ts';
import type { RequestedAction } from '../requestedAction.ts';

/**
 * The modal of a screen action, as the platform opens it: the component is connected first and gets `recordId` and
 * `objectApiName` afterwards, and X or Escape take it off the page without asking it. A headless action shows nothing: its
 * `invoke()` is called. LWC: use-quick-actions-screen, use-quick-actions-headless.
 */
export default class QuickActionModal extends LightningElement {
  @api requested: RequestedAction | undefined;

  componentConstructor: ComponentConstructor | null = null;
  properties: Readonly<Record<string, string>> = {};
  problem = '';

  #hasFocused = false;

  override connectedCallback(): void {
    void this.start();
  }

  override renderedCallback(): void {
    const dialog = this.template?.querySelector<HTMLElement>('[role="dialog"]');
    if (!this.#hasFocused && dialog) {
      this.#hasFocused = true;
      dialog.focus();
    }
  }

  /** The component threw while it was created or drawn. */
  override errorCallback(error: Error): void {
    this.componentConstructor = null;
    this.problem = error.message;
  }

  get label(): string {
    return this.requested?.action.label ?? '';
  }

  get isScreen(): boolean {
    return this.requested?.action.subtype === 'ScreenAction' || this.problem !== '';
  }

  get isLoading(): boolean {
    return this.componentConstructor === null && this.problem === '';
  }

  handleClose(): void {
    this.dispatchEvent(new CustomEvent('close'));
  }

  handleKeyDown(event: KeyboardEvent): void {
    if (event.key === 'Escape' && !event.defaultPrevented) {
      event.stopPropagation();
      this.handleClose();
    }
  }

  async start(): Promise<void> {
    try {
      this.componentConstructor = await loadComponent(this.requested?.action.lightningWebComponent ?? '');
    } catch (error) {
      this.problem = error instanceof Error ? error.message : String(error);
      return;
    }
    // Only now, in a task of its own, does the platform tell a component which record it is for.
    setTimeout(() => {
      this.properties = this.recordProperties();
      if (this.requested?.action.subtype === 'Action') {
        requestAnimationFrame(() => {
          void this.invoke();
        });
      }
    }, 0);
  }

  /** Of `recordId` and `objectApiName` those that the component declares. */
  recordProperties(): Record<string, string> {
    const { recordId = '', objectApiName = '' } = this.requested ?? {};
    const component = this.componentConstructor;
    return component === null ? {} : declaredProperties(component, { recordId, objectApiName });
  }

  async invoke(): Promise<void> {
    const component: unknown = this.template?.querySelector('.action');
    try {
      if (isHeadless(component)) {
        await component.invoke();
      }
      this.handleClose();
    } catch (error) {
      this.problem = error instanceof Error ? error.message : String(error);
    }
  }
}

function isHeadless(component: unknown): component is { invoke(): unknown } {
  return (
    typeof component === 'object' &&
    component !== null &&
    'invoke' in component &&
    typeof component.invoke === 'function'
  );
}
