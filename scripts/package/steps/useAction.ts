import { done, type PackageStep, type PackageTools } from '../packageStep.ts';
import type { InstalledOrg } from '../installedOrg.ts';
import type { PackageState } from '../packageState.ts';

/** Gives the scratch org what the first user needs beside the packages. */
export function prepareOrg(tools: PackageTools): PackageStep {
  return {
    name: 'preparation',
    title: 'Give the org a site, profiles and a contact page',
    run: async (state) => (await tools.installed.prepare(orgOf(state, tools))) ?? done(state, '')
  };
}

/** Proves that the action works which the packages brought. */
export function useAction(tools: PackageTools): PackageStep {
  return {
    name: 'action',
    title: 'Click Enable External User on the page of a contact',
    run: async (state) => {
      const end = await tools.installed.enableContact(orgOf(state, tools));
      return typeof end === 'string' ? done(state, end) : end;
    }
  };
}

function orgOf({ username, url }: PackageState, { place, pause }: PackageTools): InstalledOrg {
  return { ...place, username, url, pause };
}
