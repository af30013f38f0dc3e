import { Hono } from 'hono';
import type { LocalOrg, StartingOrgSummary } from 'sfdx-local-org';
import { SOURCES, type SourceName } from '../source/componentSource.ts';
import { selectPerson } from './selection.ts';

export interface BarOptions {
  readonly localOrg: Pick<LocalOrg, 'people' | 'reset'>;
  readonly startingOrgs: readonly Pick<StartingOrgSummary, 'name'>[];
  readonly showSource: (source: SourceName) => void;
}

/** The controls of the bar: sign another person in, start another org, show other components. */
export function barRoutes({ localOrg, startingOrgs, showSource }: BarOptions): Hono {
  const app = new Hono();

  app.post('/person', async (c) => {
    const username = await readField(c.req.raw, 'username');
    if (!localOrg.people.some((person) => person.username === username)) {
      return c.text('Nobody of that username may sign in', 400);
    }
    selectPerson(c, username);
    return c.body(null, 204);
  });

  app.post('/org', async (c) => {
    const name = await readField(c.req.raw, 'name');
    if (!startingOrgs.some((startingOrg) => startingOrg.name === name)) {
      return c.text('There is no such starting org', 400);
    }
    localOrg.reset(name);
    return c.body(null, 204);
  });

  app.post('/source', async (c) => {
    const name = await readField(c.req.raw, 'source');
    const source = SOURCES.find((candidate) => candidate === name);
    if (source === undefined) {
      return c.text('Components come from the working tree, or were deployed', 400);
    }
    showSource(source);
    return c.body(null, 204);
  });

  return app;
}

async function readField(request: Request, name: string): Promise<string> {
  const value = (await request.formData()).get(name);
  return typeof value === 'string' ? value : '';
}
