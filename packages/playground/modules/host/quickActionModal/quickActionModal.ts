import { LightningElement, api } from 'lwc';
import { declaredProperties, loadComponent, type ComponentConstructor } from '../../platform/componentLoader.ts';
import { problemOf, type ComponentProblem } from '../../platform/componentProblem.ts';
import type { RequestedAction } from '../requestedAction.ts';

/**
 * Runs a quick action. The component of a screen action is connected first and gets `recordId` and `objectApiName`
 * later, as on the platform; X and Escape remove it without asking it. A headless action shows nothing, and its
 * `invoke()` is called. LWC Guide: use-quick-actions-screen, use-quick-actions-headless.
 */
export default class QuickActionModal extends LightningElement {
  @api requested: RequestedAction | undefined;

  componentConstructor: ComponentConstructor | null = null;
  properties: Readonly<Record<string, string>> = {};
  problem: ComponentProblem | null = null;

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

  /** Catches an error that the component threw while it was created or rendered. */
  override errorCallback(error: Error): void {
    this.componentConstructor = null;
    this.problem = problemOf(`c/${this.bundle}`, error);
  }

  get label(): string {
    return this.requested?.action.label ?? '';
  }

  get bundle(): string {
    return this.requested?.action.lightningWebComponent ?? '';
  }

  get isScreen(): boolean {
    return this.requested?.action.subtype === 'ScreenAction' || this.problem !== null;
  }

  get isLoading(): boolean {
    return this.componentConstructor === null && this.problem === null;
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
      this.componentConstructor = await loadComponent(this.bundle);
    } catch (error) {
      this.problem = problemOf(`c/${this.bundle}`, error);
      return;
    }
    // The platform passes the record to a connected component in a task of its own.
    setTimeout(() => {
      this.properties = this.recordProperties();
      if (this.requested?.action.subtype === 'Action') {
        requestAnimationFrame(() => {
          void this.invoke();
        });
      }
    }, 0);
  }

  /** `recordId` and `objectApiName`, as far as the component declares them. */
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
      this.problem = problemOf(`c/${this.bundle}`, error);
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
