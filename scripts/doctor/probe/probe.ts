import { explainFailure } from 'c/externalUserRules';
import { findingsOf, reasonOf, type Finding, type Group } from '../finding.ts';
import { linksTo, type Links } from '../links.ts';
import { isConfirmed } from '../../shared/askOnTerminal.ts';
import type { Output } from '../../shared/commandLine.ts';
import { ConnectionLost } from '../../shared/sf/connectionLost.ts';
import type { Org } from '../org.ts';
import type { Reading } from '../reading/reading.ts';
import { findTarget, type ProbeTarget } from './target.ts';
import {
  createContact,
  createUser,
  deactivateUser,
  deleteContact,
  testContact,
  type CreatedRecord
} from './testRecords.ts';

export interface ProbeOptions {
  readonly org: Org;
  readonly reading: Reading;
  /** null skips the question. */
  readonly ask: ((question: string) => Promise<string>) | null;
  readonly now: Date;
  readonly whenInterrupted: Output['whenInterrupted'];
}

interface ProbeRun {
  readonly findings: Finding[];
  /** The records that are still in the org. */
  readonly remaining: CreatedRecord[];
  /** The name of the record that is being created; after a lost answer it may exist. */
  unconfirmed: string | null;
}

/** Creates a test user as the action would, and undoes what it can. Always reports the records that remain. */
export async function probe({ org, reading, ask, now, whenInterrupted }: ProbeOptions): Promise<Group> {
  const say = findingsOf('probe', 'Probe');
  const target = await findTarget(org, reading);
  if (typeof target === 'string') {
    return groupOf([say('unknown', `Nothing was tried. ${target}`)]);
  }
  if (!(await isConfirmed(ask, question(org, target)))) {
    return groupOf([say('unknown', 'Nothing was tried: nobody said yes.')]);
  }
  const run: ProbeRun = { findings: [], remaining: [], unconfirmed: null };
  const release = whenInterrupted(() => interruptedText(run, linksTo(org.url)));
  try {
    await createAndUndo(run, org, reading, target, now.toISOString().replace(/\D/g, ''));
  } catch (error) {
    if (!(error instanceof ConnectionLost)) throw error;
    run.findings.push(say('blocked', `The connection was lost half-way (${error.message}).`));
  } finally {
    release();
  }
  return groupOf([...run.findings, remainingRecords(run, linksTo(org.url))]);
}

function question({ username, url }: Org, { account, profile }: ProbeTarget): string {
  return (
    `The probe writes to ${url} as ${username}:\n` +
    `- a test contact at the account ${account.name}, deleted afterwards if the org lets it;\n` +
    `- a test user with the profile ${profile.name}, deactivated afterwards; users can't be deleted.\n` +
    'Go on? (y/N) '
  );
}

async function createAndUndo(
  run: ProbeRun,
  org: Org,
  reading: Reading,
  target: ProbeTarget,
  stamp: string
): Promise<void> {
  const { findings, remaining } = run;
  const ofContact = findingsOf('probeContact', 'Test contact');
  const wanted = testContact(target, stamp);
  run.unconfirmed = wanted.name;
  const contact = await createContact(org, target, wanted);
  run.unconfirmed = null;
  if (contact.kind === 'refused') {
    findings.push(ofContact('unknown', `Not created, so that no user was tried (${reasonOf(contact)}).`));
    return;
  }
  remaining.push(contact.value);
  findings.push(ofContact('pass', `${contact.value.name} at ${target.account.name} was created.`));

  const ofUser = findingsOf('probeUser', 'Test user');
  run.unconfirmed = wanted.email;
  const user = await createUser(org, reading, target, { ...wanted, id: contact.value.id });
  run.unconfirmed = null;
  if (user.kind === 'refused') {
    const { code } = explainFailure([{ errorCode: user.code, message: user.message }]);
    findings.push(ofUser('blocked', `Refused (${reasonOf(user)}).`, { facts: { failure: code, code: user.code } }));
  } else {
    remaining.push(user.value);
    const how = user.value.answered404 ? ' The answer was 404 all the same, as is documented.' : '';
    const facts = { username: user.value.name, profile: target.profile.name, answered404: user.value.answered404 };
    findings.push(
      ofUser('pass', `${user.value.name} was created with the profile ${target.profile.name}.${how}`, { facts })
    );
    findings.push(await deactivated(org, user.value));
  }
  const deleted = await deleteContact(org, contact.value);
  if (deleted.kind === 'known') {
    remaining.splice(remaining.indexOf(contact.value), 1);
    return;
  }
  const ofCleanUp = findingsOf('probeCleanUp', 'Clean-up');
  findings.push(ofCleanUp('pass', `The org keeps the test contact (${reasonOf(deleted)}).`));
}

async function deactivated(org: Org, user: CreatedRecord): Promise<Finding> {
  const say = findingsOf('probeDeactivation', 'Deactivation');
  const answer = await deactivateUser(org, user);
  return answer.kind === 'known'
    ? say('pass', 'The test user is inactive, and takes no seat.')
    : say('warning', `The test user is still active (${reasonOf(answer)}).`, { fix: 'Deactivate it by hand.' });
}

/** The records that remain in the org. */
function remainingRecords({ remaining, unconfirmed }: ProbeRun, links: Links): Finding {
  const say = findingsOf('probeLeftBehind', 'Left behind');
  const records = remaining.map(({ id, name }) => ({ id, name, link: links.record(id) }));
  const facts = { records, perhaps: unconfirmed };
  return records.length === 0 && unconfirmed === null
    ? say('pass', 'Nothing.', { facts })
    : say('warning', 'These records are in the org now:', {
        facts,
        lines: [
          ...records.map(({ name, link }) => `${name}: ${link}`),
          ...(unconfirmed === null ? [] : [`perhaps, as no answer came: ${unconfirmed}`])
        ]
      });
}

function interruptedText({ remaining, unconfirmed }: ProbeRun, links: Links): string {
  const records = [
    ...remaining.map(({ id, name }) => `${name} (${links.record(id)})`),
    ...(unconfirmed === null ? [] : [`perhaps ${unconfirmed}`])
  ];
  return records.length === 0
    ? 'Interrupted. The probe left no record in the org.'
    : `Interrupted. The probe’s test records are in the org: ${records.join(', ')}. Delete the contact, and deactivate the user, by hand.`;
}

function groupOf(findings: readonly Finding[]): Group {
  return { title: 'Probe', findings };
}
