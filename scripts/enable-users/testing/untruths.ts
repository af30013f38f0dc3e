import { openStore } from '../store/store.ts';
import type { RunOptions } from '../run/runOptions.ts';
import type { ScenarioOrg, StoredRecord } from './scenarioOrg.ts';

/** What is wrong after a run of a scenario was executed to its end; empty where everything is as the run says. */
export function findUntruths(
  scenario: ScenarioOrg,
  welcomeEmail: RunOptions['welcomeEmail'] = 'suppress'
): readonly string[] {
  const { folder, records, org, before } = scenario;
  const store = openStore(folder);
  try {
    const found: string[] = [];
    const demand = (isTrue: boolean, sentence: string): void => {
      if (!isTrue) found.push(sentence);
    };
    const users = records('User').filter(({ ContactId }) => typeof ContactId === 'string');
    const made = users.filter(({ Id }) => !before.has(Id));
    const outcomes = [...store.outcomes.all()];
    const contactOf = new Map([...store.plan.all()].map(({ row, contactId }) => [row, contactId]));

    demand(new Set(users.map(({ ContactId }) => ContactId)).size === users.length, 'A contact has two users.');
    demand(outcomes.length === store.input.count(), 'A row has no outcome.');
    for (const { row, outcome, userId } of outcomes) {
      const holder = users.find(({ ContactId }) => ContactId === contactOf.get(row));
      const isRepeated = outcome === 'skipped';
      const isMade = holder !== undefined && !before.has(holder.Id) && !isRepeated;
      demand((outcome === 'created') === isMade, `Row ${String(row)} is ${outcome}, and the org says otherwise.`);
      if (outcome === 'created' || outcome === 'already' || outcome === 'reactivated') {
        demand(holder?.Id === userId, `Row ${String(row)} names ${String(userId)}, who is not the contact’s user.`);
      }
      if (outcome === 'reactivated') demand(holder?.['IsActive'] === true, `Row ${String(row)} is not active.`);
    }
    for (const { Id } of made) {
      const sets = records('PermissionSetAssignment').filter(({ AssigneeId }) => AssigneeId === Id);
      demand(sets.length === 1, `User ${Id} has ${String(sets.length)} permission sets.`);
      const mails = org.outbox.filter(({ userId }) => userId === Id);
      demand(mails.length <= 1, `User ${Id} was mailed ${String(mails.length)} times.`);
    }
    const welcomed = org.outbox.filter(({ subject }) => subject.startsWith('Welcome'));
    demand(welcomeEmail === 'keep' || welcomed.length === 0, `${String(welcomed.length)} welcome mails were sent.`);
    demand(records('Network').every(sendsMail), 'A site sends no welcome mail any more.');
    return found;
  } finally {
    store.close();
  }
}

function sendsMail(site: StoredRecord): boolean {
  return site['OptionsSendWelcomeEmail'] === true;
}
