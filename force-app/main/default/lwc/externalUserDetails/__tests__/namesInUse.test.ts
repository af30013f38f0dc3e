import { noAccess, ofQuery } from '../../../../../test/jest/answers.ts';
import { readyDraft } from '../../../../../test/jest/facts.ts';
import { graphql } from '../../../../../test/jest/lightning/graphql.ts';
import { settled } from '../../../../../test/jest/screen.ts';
import { answerNames, namesAsked, show, usernameTaken } from './shownDetails.ts';

afterEach(() => {
  document.body.replaceChildren();
});

describe('names in use', () => {
  it('are queried when the step opens, and pending until the answer', async () => {
    const { element, screen } = await show();
    expect(namesAsked()).toEqual({ username: 'amelie.dubois%@northwind.example', nickname: 'amelie.dubois%' });
    expect(screen.text()).toContain('Username Checking…');
    expect(element.confirmDraft()).toBe(true);
    await expect(element).toBeAccessible();
  });

  it('show that the names of the draft are free', async () => {
    const { element, screen } = await show();
    await answerNames({ usernames: ['amelie.dubois1@northwind.example'] });
    expect(screen.text()).toContain('Free in this org. Salesforce makes the final check when you create.');
    expect(element.confirmDraft()).toBe(true);
    await expect(element).toBeAccessible();
  });

  it('block a taken username and replace it with a free one in one click', async () => {
    const { element, screen, events } = await show();
    await answerNames({ usernames: ['Amelie.Dubois@northwind.example', 'amelie.dubois1@northwind.example'] });
    expect(screen.field('Username').getAttribute('aria-invalid')).toBe('true');
    expect(screen.role('status')).toEqual(['Fields that need attention: Username.']);
    expect(element.confirmDraft()).toBe(false);
    await settled();
    expect(screen.focused()).toBe(screen.field('Username'));
    await expect(element).toBeAccessible();

    await screen.press('Use amelie.dubois2@northwind.example');
    expect(events).toEqual([
      { type: 'draftchange', detail: { ...readyDraft, username: 'amelie.dubois2@northwind.example' } }
    ]);
    expect(screen.text()).toContain('Free in this org. Salesforce makes the final check when you create.');
    expect(screen.focused()).toBe(screen.field('Username'));
    expect(element.confirmDraft()).toBe(true);
  });

  it('warn about a taken nickname and replace it with a free one in one click', async () => {
    const { element, screen, events } = await show();
    await answerNames({ nicknames: ['amelie.dubois'] });
    expect(element.confirmDraft()).toBe(true);
    await screen.press('Use amelie.dubois1');
    expect(events).toEqual([{ type: 'draftchange', detail: { ...readyDraft, nickname: 'amelie.dubois1' } }]);
    expect(screen.focused()).toBe(screen.field('Nickname'));
  });

  it('are unknown if users can’t be read, and block nothing', async () => {
    const { element, screen } = await show();
    graphql.emitErrors([noAccess], ofQuery('ExternalUserNamesInUse'));
    await settled();
    expect(screen.text()).toContain('We can’t see whether amelie.dubois@northwind.example is free.');
    expect(element.confirmDraft()).toBe(true);
    await expect(element).toBeAccessible();
  });

  it('are queried again when a field is left, and unknown until then', async () => {
    const { screen } = await show();
    await answerNames({});
    await screen.fillIn('Username', 'amelie@northwind.example');
    expect(screen.text()).toContain('Username Checking…');
    expect(namesAsked()).toMatchObject({ username: 'amelie.dubois%@northwind.example' });
    await screen.leave('Username');
    expect(namesAsked()).toMatchObject({ username: 'amelie%@northwind.example' });
    await answerNames({ usernames: ['amelie@northwind.example'] });
    expect(screen.hasButton('Use amelie1@northwind.example')).toBe(true);
  });

  it('are queried after a pause in typing, not after each key', async () => {
    jest.useFakeTimers();
    try {
      const { screen } = await show();
      await screen.fillIn('Username', 'am@northwind.example');
      jest.advanceTimersByTime(399);
      await screen.fillIn('Username', 'ame@northwind.example');
      jest.advanceTimersByTime(399);
      await settled();
      expect(namesAsked()).toMatchObject({ username: 'amelie.dubois%@northwind.example' });
      jest.advanceTimersByTime(1);
      await settled();
      expect(namesAsked()).toMatchObject({ username: 'ame%@northwind.example' });
    } finally {
      jest.useRealTimers();
    }
  });

  it('are not queried after the step is closed', async () => {
    jest.useFakeTimers();
    try {
      const { element, screen } = await show();
      await screen.fillIn('Username', 'am@northwind.example');
      element.remove();
      expect(jest.getTimerCount()).toBe(0);
    } finally {
      jest.useRealTimers();
    }
  });
});

describe('a refusal by the org', () => {
  it('is shown at its field, which can get the focus', async () => {
    const { element, screen } = await show({
      failure: usernameTaken,
      names: { username: readyDraft.username }
    });
    expect(screen.text()).toContain(`The username ${readyDraft.username} is taken, here or in another Salesforce org.`);
    element.focusRefusal();
    expect(screen.focused()).toBe(screen.field('Username'));
    await expect(element).toBeAccessible();
  });

  it.each([
    ['that nobody uses in this org', { usernames: [] }, 'Use amelie.dubois1@northwind.example'],
    [
      'with similar names in use',
      { usernames: ['amelie.dubois1@northwind.example'] },
      'Use amelie.dubois2@northwind.example'
    ]
  ])('of a username %s is fixed in one click', async (_which, names, button) => {
    const { element, screen, events } = await show({ failure: usernameTaken });
    await answerNames(names);
    expect(element.confirmDraft()).toBe(false);
    await screen.press(button);
    const username = button.replace('Use ', '');
    expect(events).toEqual([{ type: 'draftchange', detail: { ...readyDraft, username } }]);
    element.failure = undefined;
    await settled();
    expect(element.confirmDraft()).toBe(true);
  });

  it('without a field marks no field', async () => {
    const { screen } = await show({ failure: { ...usernameTaken, code: 'busy', field: null } });
    expect(screen.find('[aria-invalid=true]')).toEqual([]);
  });
});
