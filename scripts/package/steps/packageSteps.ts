import { done, type PackageStep, type PackageTools } from '../packageStep.ts';
import { aliasesOf } from '../report.ts';
import { writeAliases } from '../project.ts';
import { createOrg } from './createOrg.ts';
import { createVersion } from './createVersions.ts';
import { checkInstalled, installVersion } from './installVersions.ts';
import { prepareOrg, useAction } from './useAction.ts';
import { copyPackages, createPackages } from './preparePackages.ts';

/** The steps in the order in which one needs the other. */
export function packageSteps(tools: PackageTools): readonly PackageStep[] {
  const { options, packages } = tools;
  const installs =
    options.install.kind === 'nowhere'
      ? []
      : [...packages.map((one) => installVersion(tools, one)), checkInstalled(tools)];
  // The data of an org that somebody names stays as it is.
  const uses = options.install.kind === 'scratchOrg' ? [prepareOrg(tools), useAction(tools)] : [];
  return [
    copyPackages(tools),
    createPackages(tools),
    ...packages.map((one) => createVersion(tools, one)),
    ...(options.install.kind === 'scratchOrg' ? [createOrg(tools)] : []),
    ...installs,
    ...(options.writeAliases ? [keepAliases(tools)] : []),
    ...uses
  ];
}

function keepAliases(tools: PackageTools): PackageStep {
  return {
    name: 'aliases',
    title: 'Write the ids into sfdx-project.json',
    run: async (state) => {
      const aliases = aliasesOf(state);
      if (await writeAliases(tools.root, aliases)) return done(state, Object.keys(aliases).join(', '));
      return {
        kind: 'failed',
        message: 'sfdx-project.json has no packageAliases.',
        details: Object.entries(aliases).map(([name, id]) => `"${name}": "${id}"`),
        todo: 'add "packageAliases": {} to it, then run it again.'
      };
    }
  };
}
