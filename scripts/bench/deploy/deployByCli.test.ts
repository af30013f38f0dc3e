import type { SfAnswer } from 'sf-cli/sf';
import { deployByCli } from './deployByCli.ts';

const answering = (answer: SfAnswer) => () => Promise.resolve(answer);

describe('a deploy by the CLI', () => {
  it('tells the time that the org took, by its own words', async () => {
    const result = {
      createdDate: '2026-11-24T12:00:00.000Z',
      startDate: '2026-11-24T12:00:01.000Z',
      completedDate: '2026-11-24T12:00:03.500Z',
      numberComponentsDeployed: 280
    };
    expect(await deployByCli(answering({ kind: 'done', result }))).toMatchObject({
      secondsOfOrg: 2.5,
      components: 280
    });
  });

  it('is not measured when it fails, and says why', async () => {
    const refusal = {
      kind: 'refused',
      command: 'sf project deploy start',
      exitCode: 1,
      name: '',
      actions: [],
      result: {}
    } as const;
    await expect(deployByCli(answering({ ...refusal, message: 'No space left' }))).rejects.toThrow('No space left');
  });
});
