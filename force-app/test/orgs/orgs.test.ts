import { createLocalOrg, startingOrgNames } from 'sfdx-local-org';
import { toUserFields, valueOr, type Finding, type FindingCode } from 'c/externalUserRules';
import { hooks } from './pageModules.ts';
import { openScreens, type ActionScreen, type Form, type ListScreen, type Screens } from './screens.ts';
import { isSo, recordsOf, unforeseen, untrueOfAccess } from './truth.ts';

/**
 * Every starting org, every person, every contact: what the quick action and the list screen say never contradicts itself,
 * the other screen, or what the org then does. The facts come from the local org by the requests of the components.
 */

const localOrg = createLocalOrg({ org: 'ready', seed: 1, hasControlRoutes: false, url: () => 'http://localhost' });

/** The screens of one person. */
interface Opened {
  readonly label: string;
  readonly screens: Screens;
  readonly list: ListScreen;
  readonly actions: readonly ActionScreen[];
}

afterAll(() => {
  hooks.deregister();
});

describe.each(startingOrgNames())('in the org %s', (org) => {
  const opened: Opened[] = [];
  const ofOrg: string[] = [];

  beforeAll(async () => {
    localOrg.reset(org);
    for (const { label } of localOrg.people) {
      const screens = await openAll(label);
      opened.push(screens);
      ofOrg.push(...(await tryAll(screens)));
      // The users that this person created are none that the next one sees.
      localOrg.reset(org);
    }
  });

  it('the headline and the way on follow from the checks below them', () => {
    expect(
      contradictionsOf(({ findings, checks, parts, facts }) => {
        const has = (status: Finding['status']): boolean => findings.some((finding) => finding.status === status);
        const verdict = has('blocked') ? 'blocked' : has('warning') ? 'readFirst' : 'ready';
        const shown = [...checks.cards, ...checks.passed, ...checks.unseen];
        const hasUser = valueOr(facts.user, null) !== null;
        return [
          checks.verdict === verdict ? '' : `${checks.verdict}, but the checks say ${verdict}`,
          checks.cards.every(({ status }) => status === 'blocked' || status === 'warning') ? '' : 'a card passes',
          new Set(shown).size === findings.length ? '' : 'a check is not shown, or shown twice',
          (checks.count === 0) === (verdict === 'ready') ? '' : `it counts ${String(checks.count)}`,
          parts.form === (verdict !== 'blocked' && !hasUser) ? '' : `the form is ${parts.form ? 'open' : 'closed'}`,
          parts.status === hasUser ? '' : 'the user is not shown instead'
        ];
      })
    ).toEqual([]);
  });

  it('no check says of a record what is not so', () => {
    expect(
      contradictionsOf(({ facts, findings }) =>
        findings.map((finding) => (isSo(localOrg, finding, facts.contact?.id ?? '') ? '' : saidOf(finding)))
      )
    ).toEqual([]);
  });

  it('each sentence is whole, and each fix is one that the person can open', () => {
    expect(
      contradictionsOf(({ facts, findings }, { screens: { labels } }) =>
        findings.map((finding) => {
          const words = [labels.checkNameFor(finding), labels.sentenceFor(finding), labels.fixLabelFor(finding) ?? '-'];
          const isWhole = words.every((word) => word !== '' && !/\{\d\}|undefined/u.test(word));
          const isOpen = finding.fix?.startsWith('setUp') !== true || facts.org.runningUser.viewsSetup;
          return isWhole && isOpen ? '' : `${saidOf(finding)}: ${words.join(' ')}`;
        })
      )
    ).toEqual([]);
  });

  it('the list screen says of each contact what the action says', () => {
    expect(
      contradictionsOf(({ facts: { contact }, checks, parts }, { list }) => {
        const row = list.rows.get(contact?.id ?? '');
        const read = list.contacts.get(contact?.id ?? '');
        const ofOrg = list.cards.map(({ code }) => code);
        const blockers = checks.cards.filter(({ status }) => status === 'blocked').map(({ code }) => code);
        const warnings = checks.cards.filter(({ status }) => status === 'warning').map(({ code }) => code);
        // A form takes another email than the contact's; a list can't.
        const ofContact = (codes: readonly FindingCode[]) => codes.filter((code) => !ofOrg.includes(code));
        const state = parts.status
          ? 'already'
          : ofContact(blockers).length > 0 || checks.cards.some(({ code }) => code === 'emailMissing')
            ? 'blocked'
            : ofContact(warnings).length > 0
              ? 'decision'
              : 'ready';
        const isBlockedByOrg = list.cards.some(({ status }) => status === 'blocked');
        return [
          JSON.stringify(read) === JSON.stringify(contact) ? '' : 'it reads the contact otherwise',
          row?.state === state || (isBlockedByOrg && row?.state === 'blocked')
            ? ''
            : `${row?.state ?? ''}, not ${state}`,
          isBlockedByOrg && checks.verdict !== 'blocked' ? 'the list alone is blocked' : ''
        ];
      })
    ).toEqual([]);
  });

  it('the org creates what the form sends, refuses what is blocked, and lets in and welcomes whom the screen says', () => {
    expect(ofOrg).toEqual([]);
  });

  /** What is wrong with each contact's screen, by person and contact. */
  function contradictionsOf(find: (action: ActionScreen, opened: Opened) => readonly string[]): readonly string[] {
    return opened.flatMap((screens) =>
      screens.actions.flatMap((action) =>
        find(action, screens)
          .filter((words) => words !== '')
          .map((words) => `${screens.label}, ${action.facts.contact?.name ?? ''}: ${words}`)
      )
    );
  }
});

async function openAll(label: string): Promise<Opened> {
  const person = localOrg.people.find((one) => one.label === label);
  if (person === undefined) {
    throw new Error(`${label} is gone`);
  }
  const screens = await openScreens(localOrg, person);
  const ids = recordsOf(localOrg, 'Contact').map(({ Id }) => Id);
  const list = await screens.openList(ids);
  const actions: ActionScreen[] = [];
  for (const id of chosenOf(ids, list)) {
    actions.push(await screens.openAction(id));
  }
  return { label, screens, list, actions };
}

/** All contacts of `ready`; of its variations the one that a demo opens, and one for each thing that the list says. */
function chosenOf(ids: readonly string[], { rows }: ListScreen): readonly string[] {
  const saying = new Map([...rows.values()].reverse().map(({ id, state, code }) => [`${state} ${code}`, id]));
  const some = new Set([localOrg.org.defaultContactId, ...saying.values()]);
  return localOrg.name === 'ready' ? ids : ids.filter((id) => some.has(id));
}

/** Sends a form for each contact, each with the next profile, and says where the org does otherwise than was said. */
async function tryAll({ label, screens, actions }: Opened): Promise<readonly string[]> {
  const contradictions: string[] = [];
  for (const [turn, action] of actions.entries()) {
    const { contact } = action.facts;
    const form = action.forms[turn % action.forms.length];
    if (form !== undefined && !action.parts.status) {
      const wrong = await tryForm(screens, form, action);
      contradictions.push(...wrong.map((words) => `${label}, ${contact?.name ?? ''}, ${form.profile.name}: ${words}`));
    }
  }
  return contradictions;
}

/** A form that the screen keeps closed is sent too: the org must refuse it. */
async function tryForm(screens: Screens, form: Form, { findings, parts }: ActionScreen): Promise<readonly string[]> {
  const { notes, sent } = await screens.press(form);
  if (parts.form && sent === null) {
    return [];
  }
  const before = usersOf(form);
  const refusal = await screens.reader.createUser(toUserFields(sent ?? form.draft, form.contact.id));
  if (usersOf(form) > before) {
    return parts.form ? untrueOfAccess(localOrg, form, notes) : ['the screen says that it is blocked'];
  }
  const unsaid = parts.form ? unforeseen(refusal, [...notes, ...findings]) : '';
  return unsaid === '' ? [] : [unsaid];
}

function usersOf({ contact }: Form): number {
  return recordsOf(localOrg, 'User').filter(({ ContactId }) => ContactId === contact.id).length;
}

function saidOf({ code, words }: Finding): string {
  return [code, ...words].join(' ');
}
