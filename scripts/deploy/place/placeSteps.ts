import { writeFile } from 'node:fs/promises';
import type { Sf } from 'sf-cli/sf';
import { isConfirmed } from '../../shared/askOnTerminal.ts';
import type { Step } from '../../shared/runSteps.ts';
import { deployPackage } from '../../shared/sf/deployment.ts';
import { deploymentFailure } from '../../shared/sf/failure.ts';
import type { DeployState } from '../deployState.ts';
import { findPlace, type Place } from './findPlace.ts';

export interface PlaceTools {
  readonly sf: Sf;
  /** The name of a layout or a Lightning page. */
  readonly name: string;
  /** For the files of the page. */
  readonly folder: string;
  readonly show: (text: string) => void;
  /** null: the page is changed without a question. */
  readonly ask: ((question: string) => Promise<string>) | null;
}

/** Comes before the deploy, so that a misspelt name fails at once. */
export function findPlaceStep({ sf, name, folder }: PlaceTools): Step<DeployState> {
  return {
    name: 'findPlace',
    title: 'Find the page',
    leaves: () => 'Nothing was deployed.',
    run: async (state) => {
      const found = await findPlace(sf, state.username, name, folder);
      if (found.kind === 'failed') return found;
      return { kind: 'done', note: found.place.title, state: { ...state, place: found.place } };
    }
  };
}

/** Shows what changes, asks, and deploys the page. It comes last, as the page names the action. */
export function placeStep({ sf, show, ask }: PlaceTools): Step<DeployState> {
  return {
    name: 'place',
    title: 'Put the action on the page',
    leaves: () => 'The product is deployed; the page may not have the action yet.',
    run: async (state) => {
      const { place, username } = state;
      if (place === null) throw new Error('The page was not looked for.');
      if (place.folder === '') {
        return { kind: 'done', note: `${place.title} has it already`, state: { ...state, isPlaced: true } };
      }
      show(`\n${differenceText(place)}\n`);
      if (!(await isConfirmed(ask, `Change the ${place.title}? (y/N) `))) {
        return { kind: 'done', note: 'The page was left as it is: nobody said yes.', state };
      }
      await writeFile(place.path, place.xml);
      const deployment = await deployPackage(sf, username, place.folder);
      return deployment.kind === 'refused'
        ? deploymentFailure(deployment)
        : { kind: 'done', note: `first on the ${place.title}`, state: { ...state, isPlaced: true } };
    }
  };
}

function differenceText({ title, actions }: Place): string {
  const [added = '', ...others] = actions;
  return [`Actions of the ${title}:`, `+ ${added}`, ...others.map((action) => `  ${action}`)].join('\n');
}
