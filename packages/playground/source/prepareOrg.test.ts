import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setImmediate as nextEvent } from 'node:timers/promises';
import type { LocalOrg } from 'sfdx-local-org';
import type { OrgPeople } from '../org/people.ts';
import { orgOf } from '../testing/org.ts';
import { orgPreparer } from './prepareOrg.ts';

let directory: string;

beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'playground-metadata-'));
  mkdirSync(join(directory, 'app/flows'), { recursive: true });
  write('Ask', '<Flow/>');
});

afterEach(() => {
  rmSync(directory, { recursive: true });
});

function write(name: string, text: string): void {
  writeFileSync(join(directory, `app/flows/${name}.flow-meta.xml`), text);
}

/** An org that records the files that it gets each time. */
function recordingOrg(): {
  readonly localOrg: OrgPeople & Pick<LocalOrg, 'takeSource'>;
  readonly given: string[][];
  readonly startAgain: () => void;
} {
  const given: string[][] = [];
  let { org } = orgOf('ModifyAllData');
  const localOrg = {
    ...orgOf(),
    get org() {
      return org;
    },
    takeSource: (_person: unknown, files: ReadonlyMap<string, Uint8Array>) => {
      given.push([...files.keys()].map((path) => path.slice(path.lastIndexOf('/') + 1)));
      return [{ type: 'Flow', fullName: 'Ask', problem: 'No' }];
    }
  };
  return { localOrg, given, startAgain: () => void ({ org } = orgOf('ModifyAllData')) };
}

describe('the metadata of a working tree', () => {
  it('is given to the org once, again after a change, and to each org that is started', async () => {
    const { localOrg, given, startAgain } = recordingOrg();
    const prepare = orgPreparer([{ directory, packageDirectories: [join(directory, 'app')] }], localOrg);
    expect(prepare()).toEqual([{ type: 'Flow', fullName: 'Ask', problem: 'No' }]);
    expect(prepare()).toEqual([{ type: 'Flow', fullName: 'Ask', problem: 'No' }]);
    write('Tell', '<Flow/>');
    // One event sees the files as they were at its start.
    await nextEvent();
    prepare();
    startAgain();
    prepare();
    expect(given).toEqual([
      ['Ask.flow-meta.xml'],
      ['Ask.flow-meta.xml', 'Tell.flow-meta.xml'],
      ['Ask.flow-meta.xml', 'Tell.flow-meta.xml']
    ]);
  });
});
