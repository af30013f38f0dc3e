import { callerOf, found, type Caller } from '../../../testing/caller.ts';
import { deployFlows } from '../../../testing/deployedFlows.ts';
import { afterSave, element } from '../../../testing/flowElements.ts';
import { assigns, filter, gives, ref, text, to } from '../../../testing/flowValues.ts';
import type { XmlParts } from '../../../testing/xmlParts.ts';

const beforeSave = (parts: XmlParts): XmlParts => afterSave({ triggerType: 'RecordBeforeSave', ...parts });
const isBoss: XmlParts = { filterLogic: 'and', filters: [filter('Title', 'EqualTo', text('Boss'))] };

/** Writes the last name of bosses into their department. */
const marks: XmlParts = {
  start: beforeSave({ connector: to('Mark'), doesRequireRecordChangedToMeetCriteria: true, ...isBoss }),
  assignments: [element('Mark', { assignmentItems: [assigns('$Record.Department', ref('$Record.LastName'))] })]
};

/** Copies what is saved into the email, which fails for a department that is not an address. */
const copies: XmlParts = {
  start: afterSave({ connector: to('Copy'), recordTriggerType: 'Create', ...isBoss }),
  recordUpdates: [
    element('Copy', {
      inputAssignments: [gives('AssistantName', ref('$Record.Department'))],
      inputReference: '$Record'
    })
  ]
};

const insert = (caller: Caller, fields: object = {}) =>
  caller.call('POST', '/sobjects/Contact', {
    LastName: 'Byron',
    Title: 'Boss',
    AccountId: caller.named('Account', 'Northwind Ångström AB').Id,
    ...fields
  });
const saved = async (caller: Caller) =>
  (await found(caller, "SELECT FIELDS(ALL) FROM Contact WHERE LastName = 'Byron' LIMIT 9"))[0];

describe('a flow before the save', () => {
  it('sets fields of the record that is saved, and later flows see them', async () => {
    const caller = callerOf();
    await deployFlows(caller, { Marks: marks, Copies: copies });
    expect(await insert(caller)).toMatchObject({ status: 201 });
    expect(await saved(caller)).toMatchObject({ Department: 'Byron', AssistantName: 'Byron' });
  });

  it('runs only when the record starts to meet its conditions', async () => {
    const caller = callerOf();
    await deployFlows(caller, { Marks: marks });
    await insert(caller, { Title: 'Worker' });
    const { Id } = (await saved(caller)) ?? {};
    const change = (fields: object) => caller.call('PATCH', `/sobjects/Contact/${String(Id)}`, fields);
    expect(await saved(caller)).toMatchObject({ Department: null });
    await change({ Title: 'Boss' });
    expect(await saved(caller)).toMatchObject({ Department: 'Byron' });
    await change({ Department: 'Sales' });
    expect(await saved(caller)).toMatchObject({ Department: 'Sales' });
  });

  it('sets values that the rules of the save see', async () => {
    const caller = callerOf();
    const breaks: XmlParts = {
      start: beforeSave({ connector: to('Break') }),
      assignments: [element('Break', { assignmentItems: [assigns('$Record.Email', text('nowhere'))] })]
    };
    await deployFlows(caller, { Breaks: breaks });
    expect(await insert(caller)).toMatchObject({ status: 400, body: [{ errorCode: 'INVALID_EMAIL_ADDRESS' }] });
    expect(await saved(caller)).toBeUndefined();
  });

  it.each<[string, XmlParts, string]>([
    [
      'an element that writes records',
      {
        start: beforeSave({ connector: to('Copy') }),
        recordUpdates: copies['recordUpdates'] ?? []
      },
      'The element Copy before the save is not supported (not modelled by this local org)'
    ],
    [
      'a path after the commit',
      {
        ...marks,
        start: beforeSave({
          connector: to('Mark'),
          scheduledPaths: [{ connector: to('Mark'), pathType: 'AsyncAfterCommit' }]
        })
      },
      "A flow before the save can't have later paths."
    ],
    [
      'a field that is set after the save without an update',
      { ...marks, start: afterSave({ connector: to('Mark') }) },
      '"$Record.Department" isn\'t a variable.'
    ]
  ])('is refused with %s', async (_what, parts, problem) => {
    await expect(deployFlows(callerOf(), { Flow: parts })).rejects.toThrow(problem);
  });
});
