import type { LocalOrg } from 'sfdx-local-org';
import type { Build } from '../build/build.ts';
import { labelModule } from '../build/labelModule.ts';
import { LABEL_TEXTS } from '../build/scopedModules.ts';
import { readCustomLabels } from '../metadata/customLabels.ts';
import { readFlowScreenComponents } from '../metadata/flowScreenComponents.ts';
import { readListButtons } from '../metadata/listButtons.ts';
import { readQuickActions } from '../metadata/quickActions.ts';
import { readRecordPageComponents } from '../metadata/recordPageComponents.ts';
import type { SfdxProject } from '../metadata/sfdxProject.ts';
import { findLanguages, readTranslations } from '../metadata/translations.ts';
import type { OrgPeople } from '../org/people.ts';
import type { ComponentSource } from './componentSource.ts';
import { orgPreparer } from './prepareOrg.ts';

/** The components of the projects, from the files on disk as they are now. */
export function workingTreeSource(
  projects: readonly SfdxProject[],
  build: Build,
  localOrg: OrgPeople & Pick<LocalOrg, 'takeSource'>
): ComponentSource {
  return {
    name: 'workingTree',
    prepareOrg: orgPreparer(projects, localOrg),
    languages: () => findLanguages(projects),
    quickActions: (language) => readQuickActions(projects, language),
    listButtons: (language) => readListButtons(projects, language),
    recordPageComponents: () => readRecordPageComponents(projects),
    flowScreenComponents: () => readFlowScreenComponents(projects),
    modules(language) {
      const imports = build.projects();
      // A label without a translation stays in its own language, as on the platform.
      const texts = new Map([...readCustomLabels(projects), ...readTranslations(projects, language)]);
      const labels = build.serve(labelModule(texts, language));
      return Promise.resolve({ imports: { ...imports, [LABEL_TEXTS]: labels }, labels });
    }
  };
}
