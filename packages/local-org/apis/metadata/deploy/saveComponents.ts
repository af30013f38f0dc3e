import type { MetadataTransaction } from '../../../engine/org/metadataTransaction.ts';
import type { SourceComponent } from '../../../engine/world/component.ts';
import type { SourcePackage } from '../package/sourceComponents.ts';
import { rulesOfType } from '../types/rulesOfType.ts';
import type { DeployMessage } from './deployRecord.ts';
import { failedMessage } from './failedMessage.ts';

/** The messages of components that were refused after they had been saved. */
export type RefusedLate = ReadonlyMap<SourceComponent, readonly DeployMessage[]>;

/**
 * Checks and saves the components of a package one after the other, and leaves out those that are refused, now or by an earlier
 * attempt. `refusedLate` has those that only the saved package refuses: they are saved, so the caller rolls back and tries again.
 */
export function saveComponents(
  transaction: MetadataTransaction,
  { components, problems }: SourcePackage,
  allowMissingFiles: boolean,
  refusedBefore: RefusedLate
): { readonly messages: readonly DeployMessage[]; readonly refusedLate: RefusedLate } {
  const unread = problems.map((problem) => {
    const isMissing = problem.fileName === 'package.xml';
    const message = failedMessage(problem, problem);
    return isMissing && allowMissingFiles ? { ...message, success: true, problemType: 'Warning' as const } : message;
  });
  const saved = components.map((component) => ({
    component,
    messages: refusedBefore.get(component) ?? saveOne(transaction, component)
  }));
  const refusedLate = new Map(
    saved.flatMap(({ component, messages }) => {
      const refusals = messages.every(({ success }) => success) ? checkSaved(transaction, component) : [];
      return refusals.length === 0 ? [] : [[component, refusals] as const];
    })
  );
  const known = saved.flatMap(({ component, messages }) => refusedLate.get(component) ?? messages);
  return { messages: [...unread, ...known], refusedLate };
}

function saveOne(transaction: MetadataTransaction, component: SourceComponent): DeployMessage[] {
  const { type, fullName, fileName } = component;
  const rules = rulesOfType(type);
  const problems = rules.check(component, transaction);
  if (problems.length > 0) return problems.map((problem) => failedMessage(component, problem));
  const isKept = rules.keyPrefix !== '';
  const change = isKept ? transaction.put(component, rules.keyPrefix) : 'changed';
  rules.apply?.(component, transaction);
  const id = transaction.world.metadata.component(type, fullName)?.id;
  return [
    {
      componentType: type,
      fullName,
      fileName,
      success: true,
      created: change === 'created',
      changed: change !== 'unchanged',
      deleted: false,
      ...(id === undefined ? {} : { id })
    }
  ];
}

/** Checks a saved component again, now that all components of the package are saved. */
function checkSaved(transaction: MetadataTransaction, component: SourceComponent): DeployMessage[] {
  const problems = rulesOfType(component.type).checkSaved?.(component, transaction) ?? [];
  return problems.map((problem) => failedMessage(component, problem));
}
