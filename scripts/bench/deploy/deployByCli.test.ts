import { known } from 'sf-cli/answer';
import type { SfAnswer } from 'sf-cli/sf';
import { sfRefusal } from '../../shared/testing/scriptedSf.ts';
import { deployByCli } from './deployByCli.ts';

const answering = (answer: SfAnswer) => () => Promise.resolve(answer);

describe('a deploy by the CLI', () => {
  it('has the time that the org took by its own clock', async () => {
    const result = {
      createdDate: '2026-11-24T12:00:00.000Z',
      startDate: '2026-11-24T12:00:01.000Z',
      completedDate: '2026-11-24T12:00:03.500Z',
      numberComponentsDeployed: 280
    };
    expect(await deployByCli(answering(known(result)))).toMatchObject({
      secondsOfOrg: 2.5,
      components: 280
    });
  });

  it('is rejected with the reason when it fails', async () => {
    const refusal = sfRefusal({ message: 'No space left' });
    await expect(deployByCli(answering(refusal))).rejects.toThrow('No space left');
  });
});
