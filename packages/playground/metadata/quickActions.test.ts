import { parseQuickAction } from './quickActions.ts';

const file = (tags: string): string =>
  `<?xml version="1.0" encoding="UTF-8" ?>\n<QuickAction xmlns="http://soap.sforce.com/2006/04/metadata">${tags}</QuickAction>`;

const screenAction = `<actionSubtype>ScreenAction</actionSubtype>
  <label>Enable External User</label>
  <lightningWebComponent>enableExternalUser</lightningWebComponent>
  <optionsCreateFeedItem>false</optionsCreateFeedItem>
  <type>LightningWebComponent</type>`;

describe('a quick action file', () => {
  it('becomes an action of the object before the dot', () => {
    expect(parseQuickAction('Contact.Enable_External_User', file(screenAction))).toEqual({
      apiName: 'Contact.Enable_External_User',
      objectApiName: 'Contact',
      label: 'Enable External User',
      lightningWebComponent: 'enableExternalUser',
      subtype: 'ScreenAction'
    });
  });

  it.each([
    ['is headless with subtype Action', screenAction.replace('ScreenAction', 'Action'), { subtype: 'Action' }],
    [
      'opens a screen when it names no subtype',
      screenAction.replace(/<actionSubtype>.*<\/actionSubtype>/u, ''),
      { subtype: 'ScreenAction' }
    ],
    [
      'is called by its file name when it has no label',
      screenAction.replace(/<label>.*<\/label>/u, ''),
      { label: 'Enable External User' }
    ],
    [
      'may name its component with the namespace',
      screenAction.replace('>enableExternalUser<', '>c:enableExternalUser<'),
      { lightningWebComponent: 'enableExternalUser' }
    ]
  ])('%s', (_title, tags, expected) => {
    expect(parseQuickAction('Contact.Enable_External_User', file(tags))).toMatchObject(expected);
  });

  it.each([
    ['a global action', 'New_Task', screenAction],
    ['an action of another type', 'Contact.Log_a_Call', '<label>Log a Call</label><type>LogACall</type>'],
    ['an action without a component', 'Contact.Empty', '<type>LightningWebComponent</type>'],
    ['an empty file', 'Contact.Empty', '']
  ])('is left out when it is %s', (_title, apiName, tags) => {
    expect(parseQuickAction(apiName, file(tags))).toBeUndefined();
  });
});
