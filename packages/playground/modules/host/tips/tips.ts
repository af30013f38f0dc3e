import { LightningElement } from 'lwc';
import type { StartingOrgStep, StartingOrgSummary } from 'sfdx-local-org';
import { context } from '../../platform/context.ts';
import { startOrg } from '../../platform/playgroundControls.ts';
import { isOwnPage } from '../../platform/router.ts';

/** The pages of the playground that a step may open. */
const PAGES: Readonly<Record<string, string>> = {
  contact: context.firstPage,
  contacts: '/lightning/o/Contact/list',
  outbox: '/playground/outbox',
  users: '/playground/users'
};

interface ShownStep {
  readonly text: string;
  readonly href: string;
  readonly target: string | null;
  readonly starts: string;
}

/** What a newcomer can try in the org that was started. */
export default class Tips extends LightningElement {
  problem = '';

  get org(): StartingOrgSummary | undefined {
    return context.startingOrgs.find(({ name }) => name === context.orgName);
  }

  get steps(): ShownStep[] {
    return (this.org?.steps ?? []).map(shownStep);
  }

  handleStart({ currentTarget: button }: Event): void {
    const name = button instanceof HTMLElement ? (button.dataset['org'] ?? '') : '';
    void startOrg(name).then((problem) => {
      this.problem = problem;
    });
  }

  handleClose(): void {
    this.dispatchEvent(new CustomEvent('close'));
  }
}

/** A page that is not the playground's, such as that of a site, opens in a tab of its own. */
function shownStep({ text, opens, starts = '' }: StartingOrgStep): ShownStep {
  const href = opens === undefined ? '' : (PAGES[opens] ?? opens);
  const isOwn = href === '' || isOwnPage(new URL(href, location.href));
  return { text, href, target: isOwn ? null : '_blank', starts };
}
