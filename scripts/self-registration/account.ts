import { displayText } from 'c/externalUserRules';
import type { SfRefusal } from 'sf-cli/sf';
import type { StepFailure } from '../shared/runSteps.ts';
import { failureOf } from '../shared/sf/failure.ts';
import { createRecord, deleteRecord, updateRecord } from '../shared/sf/records.ts';
import { done, type RegistrationStep, type RegistrationTools } from './registrationStep.ts';

const OBJECT = 'NetworkSelfRegistration';

/** A site has at most one account. Source: object reference, NetworkSelfRegistration. */
export function setAccount({ sf, dryRun }: RegistrationTools): RegistrationStep {
  return {
    name: 'account',
    title: 'Give the account to new contacts',
    run: async (state) => {
      const { username, site, account, registration } = state;
      if (registration?.accountId === account.id) return done(state, `${displayText(account.name)}, as before`);
      const lines = [
        ...(registration === null ? [] : [`- ${OBJECT}: ${registration.accountName || 'no account'}`]),
        `+ ${OBJECT}: ${displayText(account.name)}`
      ];
      const after = { ...state, changes: [...state.changes, ...lines] };
      if (dryRun) return done(after, '');
      const fields = { AccountId: account.id };
      const answer =
        registration === null
          ? await createRecord(sf, username, OBJECT, { NetworkId: site.id, ...fields })
          : await updateRecord(sf, username, OBJECT, registration.id, fields);
      return answer.kind === 'refused' ? accountFailure(answer, site.name) : done(after, account.name);
    }
  };
}

/** Keeps an account with an Apex handler, as this command never sets one. */
export function removeAccount({ sf, dryRun }: RegistrationTools): RegistrationStep {
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
      const answer = await deleteRecord(sf, username, OBJECT, registration.id);
      return answer.kind === 'refused' ? failureOf(answer) : done(after, name);
    }
  };
}

/** Self-registration was turned on before. */
function accountFailure(refusal: SfRefusal, site: string): StepFailure {
  const failure = failureOf(refusal);
  return {
    ...failure,
    todo: `${failure.todo} Self-registration of ${site} is on, without this account: run it again, or with --off.`
  };
}
