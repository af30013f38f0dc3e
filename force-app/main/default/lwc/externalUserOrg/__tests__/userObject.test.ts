import { toChoices, toFieldLimits } from 'c/externalUserOrg';
import { picklist, userObjectInfo } from '../../../../../test/jest/answers.ts';

describe('toChoices', () => {
  it('gives the org’s choices in their order', () => {
    const choices = toChoices(
      picklist(['(GMT+01:00) Stockholm', 'Europe/Stockholm'], ['(GMT) London', 'Europe/London']),
      ''
    );
    expect(choices).toEqual([
      { label: '(GMT+01:00) Stockholm', value: 'Europe/Stockholm' },
      { label: '(GMT) London', value: 'Europe/London' }
    ]);
  });

  it.each([
    ['the one that is set, where none can be read', undefined, 'sv_SE', [{ label: 'sv_SE', value: 'sv_SE' }]],
    ['the one that is set, where the picklist is empty', picklist(), 'sv_SE', [{ label: 'sv_SE', value: 'sv_SE' }]],
    ['none, where none is set either', undefined, '', []]
  ])('gives %s', (_what, values, current, choices) => {
    expect(toChoices(values, current)).toEqual(choices);
  });
});

describe('toFieldLimits', () => {
  it('gives the length of each field', () => {
    expect(toFieldLimits(userObjectInfo)).toEqual({ Username: 80, Alias: 8, CommunityNickname: 40 });
  });

  it('has no limits before object info is read', () => {
    expect(toFieldLimits(undefined)).toEqual({});
  });
});
