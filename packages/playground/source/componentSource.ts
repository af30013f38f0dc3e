import type { NotTaken } from 'sfdx-local-org';
import type { FlowScreenComponent } from '../metadata/flowScreenComponents.ts';
import type { ListButton } from '../metadata/listButtons.ts';
import type { QuickAction } from '../metadata/quickActions.ts';
import type { RecordPageComponent } from '../metadata/recordPageComponents.ts';

/** The sources that the bar offers: the files on disk as they are now, or what was deployed to the local org. */
export const SOURCES = ['workingTree', 'deployed'] as const;
export type SourceName = (typeof SOURCES)[number];

/** Where the components of a page come from, and what the page needs to know about them. */
export interface ComponentSource {
  readonly name: SourceName;
  /** The languages with translations, as Salesforce writes them: `de`, `pt_BR`. */
  languages(): readonly string[];
  quickActions(language: string): readonly QuickAction[];
  listButtons(language: string): readonly ListButton[];
  recordPageComponents(): readonly RecordPageComponent[];
  flowScreenComponents(): readonly FlowScreenComponent[];
  /** Gives the org the flows and the metadata that flows need. Returns the components that the org refused. */
  prepareOrg(): readonly NotTaken[];
  /** The code of the components, with labels in a language. */
  modules(language: string): Promise<SourceModules>;
}

export interface SourceModules {
  /** The URL of each module by its name, for the page's import map. */
  readonly imports: Readonly<Record<string, string>>;
  /** The URL of the labels' texts. A page loads them first, because an org also sends them with the page. */
  readonly labels: string;
}
