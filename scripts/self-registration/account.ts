import { failureOf } from '../shared/sf/failure.ts';
import { createRecord, deleteRecord, updateRecord } from '../shared/sf/records.ts';
import type { SfRefusal } from 'sf-cli/sf';
import type { Failure } from '../shared/runSteps.ts';
import { done, type Means, type RegistrationStep } from './registrationStep.ts';

const OBJECT = 'NetworkSelfRegistration';

/** There is one account a site. Source: object reference, NetworkSelfRegistration. */
export function setAccount({ sf, dryRun }: Means): RegistrationStep {
  return {
    name: 'account',
    title: 'Give the account to new contacts',
    run: async (state) => {
      const { username, site, account, registration } = state;
      if (registration?.accountId === account.id) return done(state, `${account.name}, as before`);
      const lines = [
        ...(registration === null ? [] : [`- ${OBJECT}: ${registration.accountName || 'no account'}`]),
        `+ ${OBJECT}: ${account.name}`
      ];
      const after = { ...state, changes: [...state.changes, ...lines] };
      if (dryRun) return done(after, '');
      const fields = { AccountId: account.id };
      const refusal =
        registration === null
          ? refusalOf(await createRecord(sf, username, OBJECT, { NetworkId: site.id, ...fields }))
          : await updateRecord(sf, username, OBJECT, registration.id, fields);
      return refusal === null ? done(after, account.name) : { kind: 'failed', ...halfDone(refusal, site.name) };
    }
  };
}

/** One with a handler says more than this command ever set, so that it stays. */
export function removeAccount({ sf, dryRun }: Means): RegistrationStep {
  return {
    name: 'account',
    title: 'Take the account from the site',
    run: async (state) => {
      const { username, registration } = state;
      if (registration === null) return done(state, 'it has none');
      if (registration.hasHandler) return done(state, 'kept: it names an Apex handler, which this command never set');
      const name = registration.accountName || 'no account';
      const after = { ...state, changes: [...state.changes, `- ${OBJECT}: ${name}`] };
      if (dryRun) return done(after, '');
      const refusal = await deleteRecord(sf, username, OBJECT, registration.id);
      return refusal === null ? done(after, name) : { kind: 'failed', ...failureOf(refusal) };
    }
  };
}

function halfDone(refusal: SfRefusal, site: string): Failure {
  const failure = failureOf(refusal);
  return {
    ...failure,
    todo: `${failure.todo} Self-registration of ${site} is on, without this account: run it again, or with --off.`
  };
}

function refusalOf(created: { readonly kind: 'created' } | SfRefusal): SfRefusal | null {
  return created.kind === 'refused' ? created : null;
}
