import { failureOf } from '../../shared/sf/failure.ts';
import { textAt } from 'sf-cli/json';
import { ON_THIS_MACHINE } from '../../scratch-org/main.ts';
import { done, hubOf, type PackageStep, type PackageTools } from '../packageStep.ts';
import { aliasesIn, copyProject, writeCopiedProject, type ProjectPackage } from '../project.ts';
import type { StepFailure } from '../../shared/runSteps.ts';

/** Compiles the components and copies the packages: the CLI writes ids into the project on which it works. */
export function copyPackages({ build, root, copy, project, packages }: PackageTools): PackageStep {
  return {
    name: 'build',
    title: 'Build the product and copy what the packages are made of',
    run: async (state) => {
      const failure = await build();
      if (failure !== null) return failure;
      await copyProject(root, copy, packages);
      await writeCopiedProject(copy, project, state.packages);
      return done(state, packages.map(({ name }) => name).join(', '));
    }
  };
}

/** Finds the packages in the Dev Hub, by the ids that are committed or else by their names, and creates those that are missing. */
export function createPackages(tools: PackageTools): PackageStep {
  const { sf, store, copy, project, packages } = tools;
  return {
    name: 'packages',
    title: 'Find or create the packages in the Dev Hub',
    run: async (state) => {
      const answer = await sf(['package', 'list', ...hubOf(tools)]);
      if (answer.kind === 'refused') return failureOf(answer);
      const existing: readonly unknown[] = Array.isArray(answer.value) ? answer.value : [];
      let after = state;
      let created = 0;
      for (const one of packages) {
        const found = findPackage(tools, one, existing);
        if (typeof found !== 'string') return found;
        const id = found === '' ? await createPackage(tools, one) : found;
        if (typeof id !== 'string') return id;
        if (found === '') created += 1;
        after = { ...after, packages: { ...after.packages, [one.name]: id } };
        await store.write(after);
      }
      // The CLI has added entries of its own.
      await writeCopiedProject(copy, project, after.packages);
      return done(after, `${String(packages.length)} packages, ${String(created)} of them new`);
    }
  };
}

/** Empty if the hub has no such package. */
function findPackage(
  { options, project }: PackageTools,
  { name }: ProjectPackage,
  existing: readonly unknown[]
): string | StepFailure {
  const committed = options.devHub === ON_THIS_MACHINE ? '' : (aliasesIn(project)[name] ?? '');
  if (committed === '')
    return textAt(
      existing.find((one) => textAt(one, 'Name') === name),
      'Id'
    );
  if (existing.some((one) => textAt(one, 'Id') === committed)) return committed;
  return {
    kind: 'failed',
    message: `sfdx-project.json says that ${name} is ${committed}, which this Dev Hub doesn’t have.`,
    details: [],
    todo: 'name the Dev Hub that has it: --dev-hub <alias>. For packages of your own, take its line out of packageAliases.'
  };
}

async function createPackage(
  tools: PackageTools,
  { name, path, description }: ProjectPackage
): Promise<string | StepFailure> {
  const answer = await tools.sf([
    ...['package', 'create', '--name', name, '--package-type', 'Unlocked', '--path', path],
    ...['--description', description, ...hubOf(tools)]
  ]);
  if (answer.kind === 'known') return textAt(answer.value, 'Id');
  const failure = failureOf(answer);
  const isOff = answer.message.includes('Second-Generation');
  return isOff
    ? { ...failure, todo: 'turn on Unlocked Packages in the Dev Hub: Setup, Dev Hub. Then run it again.' }
    : failure;
}
