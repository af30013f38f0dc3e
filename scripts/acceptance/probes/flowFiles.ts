import { metadataFile, type Component } from './metadata.ts';

/** Small flows that ask one question each. Their names start with "Acceptance". */

/** The file of an active autolaunched flow of these elements. */
export function flowOf(name: string, elements: string): Component {
  const about = `<apiVersion>68.0</apiVersion><label>${name.replaceAll('_', ' ')}</label>`;
  const xml = metadataFile(
    'Flow',
    `${about}${elements}<processType>AutoLaunchedFlow</processType><status>Active</status>`
  );
  return { type: 'Flow', fullName: name, path: `flows/${name}.flow`, xml };
}

function node(tag: string, name: string, content: string): string {
  return `<${tag}><name>${name}</name><label>${name}</label><locationX>0</locationX><locationY>0</locationY>${content}</${tag}>`;
}

function to(name: string, tag = 'connector'): string {
  return `<${tag}><targetReference>${name}</targetReference></${tag}>`;
}

function start(next: string, content = ''): string {
  return `<start><locationX>0</locationX><locationY>0</locationY>${to(next)}${content}</start>`;
}

function variable(name: string, use: 'input' | 'output', value = ''): string {
  const initial = value === '' ? '' : `<value><stringValue>${value}</stringValue></value>`;
  const [isInput, isOutput] = [String(use === 'input'), String(use === 'output')];
  return `<variables><name>${name}</name><dataType>String</dataType><isCollection>false</isCollection><isInput>${isInput}</isInput><isOutput>${isOutput}</isOutput>${initial}</variables>`;
}

function assignment(name: string, to: string, value: string): string {
  const item = `<assignmentItems><assignToReference>${to}</assignToReference><operator>Assign</operator><value>${value}</value></assignmentItems>`;
  return node('assignments', name, item);
}

function ref(name: string): string {
  return `<elementReference>${name}</elementReference>`;
}

/** Get Records of the first record, or of none where a name is asked for that no record has. */
function lookup(name: string, object: string, more: string): string {
  const rest = `<getFirstRecordOnly>true</getFirstRecordOnly><object>${object}</object>`;
  return node(
    'recordLookups',
    name,
    `<assignNullValuesIfNoRecordsFound>false</assignNullValuesIfNoRecordsFound>${more}${rest}`
  );
}

const NONE = `<filterLogic>and</filterLogic><filters><field>Name</field><operator>EqualTo</operator><value><stringValue>Acceptance: no account has this name</stringValue></value></filters>`;

/** Creates an account with the name that it is given, and says the fault if there is one. */
export const CREATE = flowOf(
  'Acceptance_Create',
  assignment('Say_Fault', 'fault', ref('$Flow.FaultMessage')) +
    node(
      'recordCreates',
      'Create_Account',
      `<assignRecordIdToReference>accountId</assignRecordIdToReference>${to('Say_Fault', 'faultConnector')}<inputAssignments><field>Name</field><value>${ref('accountName')}</value></inputAssignments><object>Account</object>`
    ) +
    start('Create_Account') +
    variable('accountId', 'output') +
    variable('accountName', 'input') +
    variable('fault', 'output')
);

/** Looks up an account that does not exist, into a variable with a value. */
export const FIND_NONE = flowOf(
  'Acceptance_Find_None',
  lookup(
    'Find_None',
    'Account',
    `${NONE}<outputAssignments><assignToReference>found</assignToReference><field>Name</field></outputAssignments>`
  ) +
    start('Find_None') +
    variable('found', 'output', 'unchanged')
);

const STORED = '<storeOutputAutomatically>true</storeOutputAutomatically>';
const OBJECTS = ['Profile', 'Organization', 'UserRole', 'External_User_Setting__mdt'] as const;

/** Looks up records of setup objects. */
export const FIND_SETUP = flowOf(
  'Acceptance_Find_Setup',
  OBJECTS.map((object, index) => {
    const next = OBJECTS[index + 1];
    const connector = next === undefined ? '' : to(`Find_${next.replace('__mdt', '')}`);
    const name = `Find_${object.replace('__mdt', '')}`;
    return lookup(name, object, `${connector}${to('Say_Fault', 'faultConnector')}`).replace(
      '</recordLookups>',
      `${STORED}</recordLookups>`
    );
  })
    .concat(assignment('Say_Fault', 'fault', ref('$Flow.FaultMessage')))
    .sort()
    .join('') +
    start('Find_Profile') +
    variable('fault', 'output')
);

/** A flow that only those may run who were granted it by name. */
export const RESTRICTED = flowOf(
  'Acceptance_Restricted',
  `${assignment('Say', 'said', '<stringValue>ran</stringValue>')}<isAdditionalPermissionRequiredToRun>true</isAdditionalPermissionRequiredToRun>${start('Say')}${variable('said', 'output')}`
);

const OF_CONTACT = '<object>Contact</object><recordTriggerType>CreateAndUpdate</recordTriggerType>';
const CHANGES = '<filterFormula>OR(ISNEW(), ISCHANGED({!$Record.LastName}))</filterFormula>';

/** A flow with an asynchronous path whose entry formula looks for a change. */
export const ASYNCHRONOUS = flowOf(
  'Acceptance_Asynchronous',
  `${assignment('Say', 'said', '<stringValue>ran</stringValue>')}<start><locationX>0</locationX><locationY>0</locationY>${CHANGES}${OF_CONTACT}<scheduledPaths>${to('Say')}<pathType>AsyncAfterCommit</pathType></scheduledPaths><triggerType>RecordAfterSave</triggerType></start>${variable('said', 'output')}`
);

/** A flow before the save that creates a record. */
export const CREATES_BEFORE_SAVE = flowOf(
  'Acceptance_Creates_Before_Save',
  node(
    'recordCreates',
    'Create_Account',
    '<inputAssignments><field>Name</field><value><stringValue>Acceptance</stringValue></value></inputAssignments><object>Account</object>'
  ) + start('Create_Account', `${OF_CONTACT}<triggerType>RecordBeforeSave</triggerType>`)
);

/** A flow before or after the save, with a trigger order. */
export function orderedFlow(triggerType: 'RecordBeforeSave' | 'RecordAfterSave'): Component {
  const trigger = `${OF_CONTACT}<triggerType>${triggerType}</triggerType>`;
  return flowOf(
    'Acceptance_Ordered',
    `${assignment('Say', 'said', '<stringValue>ran</stringValue>')}${start('Say', trigger)}<triggerOrder>10</triggerOrder>${variable('said', 'output')}`
  );
}

/** The right to run the restricted flow. */
export const RUNS_RESTRICTED: Component = {
  type: 'PermissionSet',
  fullName: 'Acceptance_Runs_Restricted',
  path: 'permissionsets/Acceptance_Runs_Restricted.permissionset',
  xml: metadataFile(
    'PermissionSet',
    `<flowAccesses><enabled>true</enabled><flow>${RESTRICTED.fullName}</flow></flowAccesses><hasActivationRequired>false</hasActivationRequired><label>Acceptance: runs the restricted flow</label>`
  )
};

/** A flow with a formula of this many characters. */
export function flowWithFormula(length: number): Component {
  const expression = `&quot;${'a'.repeat(length - 2)}&quot;`;
  const formula = `<formulas><name>long</name><dataType>String</dataType><expression>${expression}</expression></formulas>`;
  return flowOf(
    'Acceptance_Formula',
    `${assignment('Say', 'said', ref('long'))}${formula}${start('Say')}${variable('said', 'output')}`
  );
}
