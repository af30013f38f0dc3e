import { LightningElement, api } from 'lwc';
import { declaredProperties, loadComponent, type ComponentConstructor } from '../../platform/componentLoader.ts';
import { problemOf, type ComponentProblem } from '../../platform/componentProblem.ts';
import type { RecordPageComponent } from '../../../metadata/recordPageComponents.ts';

/**
 * A component on a record page, with the defaults of its properties. Unlike the component of an action, it knows its
 * record before it is connected. LWC Guide: use-record-context.
 */
export default class PageComponent extends LightningElement {
  @api component: RecordPageComponent | undefined;
  @api recordId = '';
  @api objectApiName = '';

  componentConstructor: ComponentConstructor | null = null;
  problem: ComponentProblem | null = null;

  override connectedCallback(): void {
    void this.load();
  }

  /** Catches an error that the component threw while it was created or rendered. */
  override errorCallback(error: Error): void {
    this.componentConstructor = null;
    this.problem = problemOf(`c/${this.bundle}`, error);
  }

  get bundle(): string {
    return this.component?.bundle ?? '';
  }

  get properties(): Readonly<Record<string, string | number | boolean>> {
    const { componentConstructor, component, recordId, objectApiName } = this;
    return componentConstructor === null
      ? {}
      : declaredProperties(componentConstructor, { ...component?.properties, recordId, objectApiName });
  }

  async load(): Promise<void> {
    try {
      this.componentConstructor = await loadComponent(this.bundle);
    } catch (error) {
      this.problem = problemOf(`c/${this.bundle}`, error);
    }
  }
}
