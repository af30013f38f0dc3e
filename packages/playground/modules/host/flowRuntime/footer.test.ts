import { readInterview, type FlowScreen } from '../../platform/flowScreen.ts';
import { footerOf } from './footer.ts';

function screenWith(content: object): FlowScreen {
  const interview = readInterview({ status: 'screen', screen: content });
  if (interview.status !== 'screen') throw new Error('That is no screen');
  return interview.screen;
}

describe('the buttons under a flow screen', () => {
  it.each([
    ['those of a first screen', { availableActions: ['NEXT'] }, [], ['Next']],
    ['those of a last screen', { availableActions: ['BACK', 'FINISH'] }, [], ['Previous', 'Finish']],
    ['Pause by itself', { availableActions: ['NEXT', 'PAUSE'] }, ['Pause'], ['Next']],
    [
      'those that the screen names',
      { availableActions: ['BACK', 'NEXT'], backButtonLabel: 'Undo', nextOrFinishButtonLabel: 'Send' },
      [],
      ['Undo', 'Send']
    ],
    ['none where the screen has no footer', { availableActions: ['NEXT'], showFooter: false }, [], []],
    ['none that nobody knows', { availableActions: ['DANCE'] }, [], []]
  ])('are %s', (_title, content, left, right) => {
    const footer = footerOf(screenWith(content));
    expect([footer.left.map(({ label }) => label), footer.right.map(({ label }) => label)]).toEqual([left, right]);
  });
});

describe('what the local org answers of an interview', () => {
  it.each([
    [{ status: 'finished', outputs: {} }, { status: 'finished' }],
    [
      { status: 'error', message: 'No', element: 'Create_User' },
      { status: 'error', message: 'No', element: 'Create_User' }
    ],
    [{ error: 'no session' }, { status: 'error', message: '{"error":"no session"}', element: '' }]
  ])('is read: %j', (answer, expected) => {
    expect(readInterview(answer)).toEqual(expected);
  });
});
