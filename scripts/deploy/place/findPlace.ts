import { textAt } from 'sf-cli/json';
import { known, type Answer } from 'sf-cli/answer';
import type { Sf, SfRefusal } from 'sf-cli/sf';
import { ACTION } from '../../shared/product.ts';
import type { StepFailure } from '../../shared/runSteps.ts';
import { failureOf } from '../../shared/sf/failure.ts';
import { fetchMetadata } from '../../shared/sf/fetchMetadata.ts';
import { didYouMean } from '../../shared/commandLine.ts';
import { insertIntoLayout, insertIntoPage } from './insertAction.ts';

/** A page layout or a Lightning page of the org, with the action in it. */
export interface Place {
  /** `page layout Contact Layout`. */
  readonly title: string;
  /** The name of the action there: `Contact.Enable_External_User`. */
  readonly action: string;
  /** The folder to deploy; empty where the action was there before. */
  readonly folder: string;
  readonly path: string;
  readonly xml: string;
  /** In their new order. */
  readonly actions: readonly string[];
}

export type FoundPlace = { readonly kind: 'found'; readonly place: Place } | StepFailure;

interface Candidate {
  readonly type: 'Layout' | 'FlexiPage';
  readonly fullName: string;
  /** As a person knows it. */
  readonly name: string;
}

/** The objects that have the action, by the first part of a layout's name: person accounts have layouts of their own [F-180]. */
const OBJECTS: Readonly<Record<string, string>> = { Contact: 'Contact', Account: 'Account', PersonAccount: 'Account' };

/** Finds the layout or page of that name, reads it, and puts the action into what was read. The org stays as it is. */
export async function findPlace(sf: Sf, targetOrg: string, name: string, into: string): Promise<FoundPlace> {
  const candidates = await readCandidates(sf, targetOrg);
  if (candidates.kind === 'refused') return failureOf(candidates);
  const found = candidates.value.filter((one) => isNamed(one, name));
  const [candidate, second] = found;
  if (candidate === undefined) return notFound(name, candidates.value);
  if (second !== undefined) {
    return {
      kind: 'failed',
      message: `more than one page or layout is called ${name}.`,
      details: found.map(titleOf),
      todo: `name one of them in full, such as --place "${decoded(candidate.fullName)}".`
    };
  }
  const { type, fullName } = candidate;
  const file = await fetchMetadata(sf, targetOrg, { type, fullName, ...FILES[type] }, into);
  if (file.kind === 'failed') return file;
  if (file.kind === 'missing') {
    return {
      kind: 'failed',
      message: `the org sent no file of the ${titleOf(candidate)}.`,
      details: file.messages,
      todo: 'see whether you may read it with the Metadata API, then run it again.'
    };
  }
  const object = OBJECTS[type === 'Layout' ? prefixOf(fullName) : objectOf(file.xml)];
  if (object === undefined) {
    return {
      kind: 'failed',
      message: `the ${titleOf(candidate)} is no record page of Contact or Account.`,
      details: [],
      todo: 'name a page layout or a record page of one of these objects.'
    };
  }
  const action = `${object}.${ACTION}`;
  const insertion = type === 'Layout' ? insertIntoLayout(file.xml, action) : insertIntoPage(file.xml, action);
  const base = { title: titleOf(candidate), action, path: file.path };
  switch (insertion.kind) {
    case 'refused':
      return { kind: 'failed', message: insertion.message, details: [titleOf(candidate)], todo: insertion.todo };
    case 'present':
      return { kind: 'found', place: { ...base, folder: '', xml: file.xml, actions: [] } };
    case 'inserted':
      return {
        kind: 'found',
        place: { ...base, folder: file.folder, xml: insertion.xml, actions: insertion.actions }
      };
  }
}

const FILES = {
  Layout: { directory: 'layouts', suffix: '.layout' },
  FlexiPage: { directory: 'flexipages', suffix: '.flexipage' }
} as const;

/** The layouts of both objects, and all Lightning pages: only their files say of which object they are. */
async function readCandidates(sf: Sf, targetOrg: string): Promise<Answer<readonly Candidate[], SfRefusal>> {
  const found: Candidate[] = [];
  for (const type of ['Layout', 'FlexiPage'] as const) {
    const answer = await sf(['org', 'list', 'metadata', '--metadata-type', type, '--target-org', targetOrg]);
    if (answer.kind === 'refused') return answer;
    const listed: readonly unknown[] = Array.isArray(answer.value) ? answer.value : [answer.value];
    for (const one of listed) {
      const fullName = textAt(one, 'fullName');
      if (type === 'FlexiPage' && fullName !== '') found.push({ type, fullName, name: fullName });
      if (type === 'Layout' && OBJECTS[prefixOf(fullName)] !== undefined) {
        found.push({ type, fullName, name: decoded(fullName.slice(prefixOf(fullName).length + 1)) });
      }
    }
  }
  return known(found);
}

/** A page is also found by its label where that is its name with blanks. */
function isNamed({ fullName, name }: Candidate, asked: string): boolean {
  return [fullName, decoded(fullName), name].some((one) => folded(one) === folded(asked));
}

function folded(name: string): string {
  return name.replaceAll('_', ' ').trim().toLowerCase();
}

function notFound(name: string, candidates: readonly Candidate[]): StepFailure {
  const names = candidates.map((one) => one.name);
  return {
    kind: 'failed',
    message: `there is no page layout of Contact or Account, and no Lightning page, called ${name}.${didYouMean(name, names)}`,
    details: candidates.length === 0 ? [] : candidates.map(titleOf),
    todo:
      candidates.length === 0
        ? 'an org that was never changed lists no page: name its layout as Setup, Object Manager, Contact, Page Layouts shows it.'
        : 'name one of these.'
  };
}

function titleOf({ type, name }: Candidate): string {
  return type === 'Layout' ? `page layout ${name}` : `Lightning page ${name}`;
}

function prefixOf(fullName: string): string {
  return fullName.split('-')[0] ?? '';
}

function objectOf(xml: string): string {
  return /<sobjectType>\s*(\w+)\s*<\/sobjectType>/u.exec(xml)?.[1] ?? '';
}

/** A free name without the codes of the Metadata API [F-102]. A `%` that begins no code stays. */
function decoded(fullName: string): string {
  return fullName.replace(/(?:%[\dA-F]{2})+/giu, (codes) => {
    try {
      return decodeURIComponent(codes);
    } catch {
      return codes;
    }
  });
}
