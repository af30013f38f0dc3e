import type { NotTaken } from 'sfdx-local-org';
import type { BuildProblem } from '../build/buildProblem.ts';
import type { FlowScreenComponent } from '../metadata/flowScreenComponents.ts';
import type { ListButton } from '../metadata/listButtons.ts';
import type { QuickAction } from '../metadata/quickActions.ts';
import type { RecordPageComponent } from '../metadata/recordPageComponents.ts';

/** What the bar offers: the files on disk as they are now, or what was deployed to the local org. */
export const SOURCES = ['workingTree', 'deployed'] as const;
export type SourceName = (typeof SOURCES)[number];

/** Where a page's components come from, and all that the page has to know of them. */
export interface ComponentSource {
  readonly name: SourceName;
  /** Languages with translations, as Salesforce writes them: `de`, `pt_BR`. */
  languages(): readonly string[];
  quickActions(language: string): readonly QuickAction[];
  listButtons(language: string): readonly ListButton[];
  recordPageComponents(): readonly RecordPageComponent[];
  flowScreenComponents(): readonly FlowScreenComponent[];
  /** Sees to it that the org has the flows, and what they work with. Answers what it refused. */
  prepareOrg(): readonly NotTaken[];
  /** The components' code, with labels in a language. */
  modules(language: string): Promise<SourceModules>;
}

export type SourceModules =
  | {
      readonly kind: 'built';
      /** URL by module name, for the page's import map. */
      readonly imports: Readonly<Record<string, string>>;
      /** The URL of the labels' texts, which a page has before a component asks for them, as an org sends them along. */
      readonly labels: string;
    }
  | { readonly kind: 'failed'; readonly problem: BuildProblem };
