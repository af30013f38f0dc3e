import { api, LightningElement } from 'lwc';
import { copyText } from 'c/externalUserCopy';
import { adminLabels, askAdmin, fixLabelFor, introForAdmin, sentenceForLack } from 'c/externalUserLabels';
import { fixUrlInSetup, heldSetupPermissions, recordUrl } from 'c/externalUserOrg';
import { findAdminTasks, type AdminTask, type Finding, type RecordReference } from 'c/externalUserRules';

/** Copies a message about the checks that a person can't fix alone, and shows it; nothing if there is no such check. */
export default class ExternalUserAdminMessage extends LightningElement {
  @api findings: readonly Finding[] = [];
  @api contact: RecordReference | undefined;

  labels = adminLabels;
  result = '';
  isShown = false;

  get isOffered(): boolean {
    return this.contact !== undefined && this.tasks.length > 0;
  }

  get message(): string {
    const { contact, tasks } = this;
    return contact === undefined
      ? ''
      : [introForAdmin(contact), urlOf(recordUrl('Contact', contact.id)), ...tasks.flatMap(linesOf)].join('\n');
  }

  async handleCopy(): Promise<void> {
    this.isShown = true;
    // What is selected for the keyboard has to be on screen before.
    await Promise.resolve();
    this.result = await copyText(this.message, this.template?.querySelector('pre'));
  }

  private get tasks(): readonly AdminTask[] {
    return findAdminTasks(this.findings, heldSetupPermissions);
  }
}

/** What is missing, each way to fix it with its page, and the permission that this takes. */
function linesOf({ finding, offers, permission }: AdminTask): readonly string[] {
  const ways = offers.flatMap((offer) => {
    const url = fixUrlInSetup(offer);
    return url === null ? [] : [fixLabelFor(offer) ?? '', urlOf(url)];
  });
  return ['', askAdmin(finding), ...ways, ...(permission === null ? [] : [sentenceForLack(permission)])];
}

function urlOf(path: string): string {
  return `${window.location.origin}${path}`;
}
