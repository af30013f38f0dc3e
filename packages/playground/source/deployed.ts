import type { LocalOrg } from 'sfdx-local-org';
import type { Build } from '../build/build.ts';
import { labelDefinitions } from '../build/labelModule.ts';
import { hash } from '../build/layerCache.ts';
import { parseFlowScreenComponent } from '../metadata/flowScreenComponents.ts';
import { parseRecordPageComponent } from '../metadata/recordPageComponents.ts';
import type { ComponentSource } from './componentSource.ts';

type Import = readonly [specifier: string, url: string];

/** The part of a local org that describes what was deployed to it. */
type DeployedParts = Pick<
  LocalOrg,
  'deployedBundles' | 'deployedLabels' | 'deployedLanguages' | 'deployedListButtons' | 'deployedQuickActions'
>;

/** The components that were deployed to the local org, with the unchanged code of the platform's compiler. */
export function deployedSource(localOrg: DeployedParts, build: Pick<Build, 'serve'>): ComponentSource {
  return {
    name: 'deployed',
    prepareOrg: () => [],
    languages: () => localOrg.deployedLanguages(),
    quickActions: (language) =>
      localOrg
        .deployedQuickActions(language)
        .filter(({ component }) => component !== '')
        .map(({ object, name, label, component, actionSubtype }) => ({
          apiName: `${object}.${name}`,
          objectApiName: object,
          label,
          lightningWebComponent: component,
          subtype: actionSubtype
        })),
    listButtons: (language) =>
      localOrg.deployedListButtons(language).map(({ object, name, ...button }) => ({
        apiName: `${object}.${name}`,
        objectApiName: object,
        ...button
      })),
    recordPageComponents: () =>
      [...localOrg.deployedBundles()].flatMap(
        ([name, { configuration }]) => parseRecordPageComponent(name, configuration) ?? []
      ),
    flowScreenComponents: () =>
      [...localOrg.deployedBundles()].flatMap(
        ([name, { configuration }]) => parseFlowScreenComponent(name, configuration) ?? []
      ),
    modules(language) {
      const texts = localOrg.deployedLabels(language);
      const labels = build.serve(labelDefinitions(texts, language));
      const bundles = [...localOrg.deployedBundles()].map(([name, { code }]): Import => [
        `c/${name}`,
        build.serve({ fileName: `c.${name}-${hash([code])}.js`, code })
      ]);
      const labelNames = [...texts.keys()].map((name): Import => [`@salesforce/label/c.${name}`, labels]);
      const imports = Object.fromEntries([...bundles, ...labelNames]);
      return Promise.resolve({ imports, labels });
    }
  };
}
