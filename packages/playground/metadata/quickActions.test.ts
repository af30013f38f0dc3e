import { parseQuickAction } from './quickActions.ts';

const file = (tags: string): string =>
  `<?xml version="1.0" encoding="UTF-8" ?>\n<QuickAction xmlns="http://soap.sforce.com/2006/04/metadata">${tags}</QuickAction>`;

const screenAction = `<actionSubtype>ScreenAction</actionSubtype>
  <label>Send Card</label>
  <lightningWebComponent>sendCard</lightningWebComponent>
  <optionsCreateFeedItem>false</optionsCreateFeedItem>
  <type>LightningWebComponent</type>`;

describe('a quick action file', () => {
  it('becomes an action of the object that its name starts with', () => {
    expect(parseQuickAction('Contact.Send_Card', file(screenAction))).toEqual({
      apiName: 'Contact.Send_Card',
      objectApiName: 'Contact',
      label: 'Send Card',
      lightningWebComponent: 'sendCard',
      subtype: 'ScreenAction'
    });
  });

  it.each([
    ['is headless when its subtype is Action', screenAction.replace('ScreenAction', 'Action'), { subtype: 'Action' }],
    [
      'opens a screen when it names no subtype',
      screenAction.replace(/<actionSubtype>.*<\/actionSubtype>/u, ''),
      { subtype: 'ScreenAction' }
    ],
    [
      'has its file name as a label when it names none',
      screenAction.replace(/<label>.*<\/label>/u, ''),
      { label: 'Send Card' }
    ],
    [
      'may name its component with a namespace',
      screenAction.replace('>sendCard<', '>c:sendCard<'),
      { lightningWebComponent: 'sendCard' }
    ]
  ])('%s', (_title, tags, expected) => {
    expect(parseQuickAction('Contact.Send_Card', file(tags))).toMatchObject(expected);
  });

  it.each([
    ['a global action', 'New_Task', screenAction],
    ['an action of another type', 'Contact.Log_a_Call', '<label>Log a Call</label><type>LogACall</type>'],
    ['an action without a component', 'Contact.Empty', '<type>LightningWebComponent</type>'],
    ['an empty file', 'Contact.Empty', '']
  ])('is ignored when it is %s', (_title, apiName, tags) => {
    expect(parseQuickAction(apiName, file(tags))).toBeUndefined();
  });
});
