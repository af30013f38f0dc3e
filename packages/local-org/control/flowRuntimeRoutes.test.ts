import type { InterviewResult } from '../engine/flow/run/automation.ts';
import type { ShownScreen } from '../engine/flow/run/screens.ts';
import { callerOf, found, type Caller } from '../testing/caller.ts';
import { deployFlows } from '../testing/deployedFlows.ts';
import { element, variable } from '../testing/flowElements.ts';
import { assigns, filter, gives, ref, text, to } from '../testing/flowValues.ts';
import type { XmlParts } from '../testing/xmlParts.ts';

/** Asks which contact to rename, asks for the new name, and renames the contact. */
const renames: XmlParts = {
  processType: 'Flow',
  start: { connector: to('Whom') },
  variables: [
    variable('greeting', 'String', { isInput: true }),
    variable('renamed', 'String', { isOutput: true }),
    variable('email', 'String')
  ],
  choices: [{ name: 'Nobody', choiceText: 'Nobody', dataType: 'String', value: text('none') }],
  dynamicChoiceSets: [
    {
      name: 'Contacts',
      dataType: 'String',
      displayField: 'LastName',
      filterLogic: 'and',
      filters: [filter('LastName', 'EqualTo', text('Dubois'))],
      object: 'Contact',
      outputAssignments: [{ assignToReference: 'email', field: 'Email' }],
      valueField: 'Id'
    }
  ],
  screens: [
    element('Whom', {
      allowBack: true,
      allowFinish: true,
      allowPause: false,
      connector: to('New_Name'),
      fields: [
        { name: 'Hello', fieldText: '<p>{!greeting} {!$User.FirstName}</p>', fieldType: 'DisplayText' },
        {
          name: 'Contact',
          choiceReferences: ['Contacts', 'Nobody'],
          dataType: 'String',
          fieldText: 'Contact',
          fieldType: 'DropdownBox',
          isRequired: true
        }
      ],
      showFooter: true,
      showHeader: true
    }),
    element('New_Name', {
      allowBack: true,
      allowFinish: true,
      allowPause: false,
      connector: to('Rename'),
      fields: [
        { name: 'Address', fieldText: '<p>{!email}</p>', fieldType: 'DisplayText' },
        {
          name: 'Name_Of',
          dataType: 'String',
          defaultValue: text('New name'),
          fieldText: 'Name',
          fieldType: 'InputField',
          isRequired: true,
          validationRule: { errorMessage: '<p>Too short</p>', formulaExpression: 'LEN({!Name_Of}) > 2' }
        }
      ],
      showFooter: true,
      showHeader: true
    })
  ],
  recordUpdates: [
    element('Rename', {
      connector: to('Keep'),
      filterLogic: 'and',
      filters: [filter('Id', 'EqualTo', ref('Contact'))],
      inputAssignments: [gives('LastName', ref('Name_Of'))],
      object: 'Contact'
    })
  ],
  assignments: [element('Keep', { assignmentItems: [assigns('renamed', ref('Name_Of'))] })]
};

const post = async (caller: Caller, path: string, body: object): Promise<InterviewResult> =>
  (await caller.call('POST', `/local-org/flow/${path}`, body)).body as InterviewResult;

const screenOf = (result: InterviewResult): ShownScreen & { readonly interviewId: string } => {
  if (result.status !== 'screen') throw new Error(JSON.stringify(result));
  return { ...result.screen, interviewId: result.interviewId };
};

async function started(): Promise<{ readonly caller: Caller; readonly first: ReturnType<typeof screenOf> }> {
  const caller = callerOf();
  await deployFlows(caller, { Renames: renames });
  const first = screenOf(await post(caller, 'start', { flow: 'Renames', inputs: { greeting: 'Hej' } }));
  return { caller, first };
}

describe('a screen flow', () => {
  it('shows its screen with choices, texts and available actions', async () => {
    const { caller, first } = await started();
    const { defaultContactId } = caller.localOrg.org;
    expect(first).toMatchObject({ flowLabel: 'Renames', name: 'Whom', availableActions: ['NEXT'] });
    expect(first.fields).toMatchObject([
      { name: 'Hello', fieldText: '<p>Hej Ingrid</p>' },
      {
        name: 'Contact',
        isRequired: true,
        value: null,
        choices: [
          { label: 'Dubois', value: defaultContactId },
          { label: 'Nobody', value: 'none' }
        ]
      }
    ]);
  });

  it('continues with the answers, and finishes', async () => {
    const { caller, first } = await started();
    const { org } = caller.localOrg;
    const answers = { action: 'NEXT', values: { Contact: org.defaultContactId } };
    const second = screenOf(await post(caller, first.interviewId, answers));
    expect(second).toMatchObject({ name: 'New_Name', availableActions: ['BACK', 'NEXT'] });
    expect(second.fields).toMatchObject([
      { fieldText: `<p>${String(org.find(org.defaultContactId)?.['Email'])}</p>` },
      { value: 'New name' }
    ]);
    const end = await post(caller, first.interviewId, { action: 'NEXT', values: { Name_Of: 'Renamed' } });
    expect(end).toMatchObject({ status: 'finished', outputs: { renamed: 'Renamed' } });
    expect(org.find(org.defaultContactId)).toMatchObject({ LastName: 'Renamed' });
  });

  it.each([
    ['', 'Complete this field.'],
    ['ab', '<p>Too short</p>']
  ])('stays on the screen when an answer is invalid: "%s"', async (name, errorMessage) => {
    const { caller, first } = await started();
    await post(caller, first.interviewId, { action: 'NEXT', values: { Contact: 'none' } });
    const answer = await post(caller, first.interviewId, { action: 'NEXT', values: { Name_Of: name } });
    expect(screenOf(answer).fields[1]).toMatchObject({ errorMessage });
  });

  it('goes back to the previous screen, which keeps its answers', async () => {
    const { caller, first } = await started();
    await post(caller, first.interviewId, { action: 'NEXT', values: { Contact: 'none' } });
    const back = screenOf(await post(caller, first.interviewId, { action: 'BACK', values: { Name_Of: 'Kept' } }));
    expect(back).toMatchObject({ name: 'Whom', availableActions: ['NEXT'] });
    expect(back.fields[1]).toMatchObject({ value: 'none' });
    const second = screenOf(await post(caller, first.interviewId, { action: 'NEXT', values: { Contact: 'none' } }));
    expect(second.fields[1]).toMatchObject({ value: 'Kept' });
  });

  it('is continued by no other person, and by nobody after it has finished', async () => {
    const { caller, first } = await started();
    const next = { action: 'NEXT', values: { Contact: '003000000000000AAA', Name_Of: 'Nobody' } };
    expect(await post(caller.as('Sales Ops'), first.interviewId, next)).toMatchObject({ status: 'error' });
    await post(caller, first.interviewId, next);
    expect(await post(caller, first.interviewId, next)).toMatchObject({ status: 'finished' });
    expect(await post(caller, first.interviewId, next)).toMatchObject({ status: 'error' });
    expect(await found(caller, "SELECT Id FROM Contact WHERE LastName = 'Nobody'")).toEqual([]);
  });

  it('needs a session', async () => {
    const { caller } = await started();
    const headers = { Authorization: 'Bearer nobody' };
    const answer = await caller.call('POST', '/local-org/flow/start', { flow: 'Renames' }, headers);
    expect(answer.status).toBe(401);
  });
});
