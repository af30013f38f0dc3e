import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { hostOf } from '../../shared/browser/hostOf.ts';
import { pageProblem } from '../../shared/browser/orgPages.ts';
import type { PageHost } from '../../shared/browser/pageHost.ts';
import type { AcceptanceState } from '../acceptanceState.ts';
import { done, failed, type AcceptanceStep, type AcceptanceTools } from '../acceptanceStep.ts';

/** A path through the pages, as one person goes it. */
export interface Walk {
  /** Of the step and of its picture. */
  readonly name: string;
  readonly title: string;
  /** Answers what the org has afterwards. Throws where a page or the org isn’t as expected. */
  readonly go: (walker: Walker) => Promise<string>;
}

export interface Walker {
  readonly page: Page;
  readonly host: PageHost;
  readonly state: AcceptanceState;
  readonly tools: AcceptanceTools;
}

const FOLDER = 'screens';

/** The walk as a proof. Its last screen becomes a picture of the ledger, also where it fails. */
export function toStep({ name, title, go }: Walk): AcceptanceStep {
  return {
    name,
    part: 'browser',
    title,
    run: async (state, tools) => {
      const page = await tools.pages.open(state.demo);
      const host = hostOf(state.demo.url);
      const problem: unknown[] = [];
      const note = await go({ page, host, state, tools }).catch((error: unknown) => {
        problem.push(error);
        return '';
      });
      const file = join(FOLDER, `${name}.png`);
      const after = await withPicture(page, state, tools, { title, file });
      await page.close();
      if (problem.length === 0) return done(after, note);
      const { message, details } = pageProblem(problem[0]);
      return failed(message, `look at ${join(tools.ledgerFolder(state), file)}, then run it again.`, details);
    }
  };
}

async function withPicture(
  page: Page,
  state: AcceptanceState,
  { ledgerFolder }: AcceptanceTools,
  picture: { readonly title: string; readonly file: string }
): Promise<AcceptanceState> {
  const folder = ledgerFolder(state);
  await mkdir(join(folder, FOLDER), { recursive: true });
  const others = state.pictures.filter(({ file }) => file !== picture.file);
  try {
    await page.screenshot({ path: join(folder, picture.file), animations: 'disabled', caret: 'hide' });
    return { ...state, pictures: [...others, picture] };
  } catch {
    // The browser has ended: what the walk itself says is the reason.
    return { ...state, pictures: others };
  }
}
