import { existsSync, readFileSync } from 'node:fs';
import { relative } from 'node:path';
import { numberAt, textAt, valueAt } from 'sf-cli/json';
import type { FileFault } from './isolate.ts';
import { fileOf } from './fileOf.ts';
import type { TypescriptLocations } from './typescriptPlugin.ts';

/** Why a file could not be built, as a person reads it. Lines and columns count from 1. */
export interface BuildProblem {
  readonly message: string;
  /** Relative to the working directory when it lies below it. */
  readonly file: string;
  readonly line: number | null;
  readonly column: number | null;
  /** The lines around the error, numbered, with a mark at the line of the error. */
  readonly frame: string | null;
}

const LINES_AROUND = 3;

/** Finds the file, the place and the cause in an error of Rollup, LWC's compiler or TypeScript. */
export function describeFault(fault: FileFault, locate: TypescriptLocations): BuildProblem {
  const { cause } = fault;
  if (!(cause instanceof Error)) throw cause;
  const { file, line, column } = readPlace(cause, fault.file);
  if (line === null) return problemAt(messageOf(cause), file, null);
  return problemAt(messageOf(cause), file, isPlaceInSource(fault) ? { line, column } : locate(file, line, column));
}

/** A problem at a place of a file, with the lines around it. Columns count from 0. */
export function problemAt(
  message: string,
  file: string,
  at: { readonly line: number; readonly column: number } | null
): BuildProblem {
  return {
    message,
    file: shownPath(file),
    line: at?.line ?? null,
    column: at === null ? null : at.column + 1,
    frame: at === null ? null : frameOf(file, at.line)
  };
}

function shownPath(file: string): string {
  const path = relative(process.cwd(), file);
  return path.startsWith('..') ? file : path;
}

interface Place {
  readonly file: string;
  readonly line: number | null;
  /** Counts from 0. */
  readonly column: number;
}

function readPlace(error: Error, readFile: string): Place {
  const location = valueAt(error, 'loc') ?? valueAt(error, 'location');
  const file = textAt(location, 'file') || textAt(error, 'filename') || textAt(error, 'id');
  return {
    file: file === '' ? readFile : fileOf(file),
    line: numberAt(location, 'line'),
    column: numberAt(location, 'column') ?? 0
  };
}

/** LWC's compiler reads the JavaScript that TypeScript wrote; the other tools read the source itself. */
function isPlaceInSource({ plugin }: FileFault): boolean {
  return plugin !== 'rollup-plugin-lwc-compiler';
}

/** Removes the plugin's name, the path and the code from a message, because the page shows them separately. */
function messageOf({ message }: Error): string {
  const [firstLine = message] = message.split('\n');
  return firstLine
    .replace(/^\[plugin [^\]]*\]\s*/u, '')
    .replaceAll(/\?specifier=[\w%]+/gu, '')
    .replace(/^(\w*Error: )?\S+\.(ts|js|html|css)( \(\d+:\d+\))?: /u, '');
}

function frameOf(file: string, line: number): string | null {
  if (!existsSync(file)) {
    return null;
  }
  const lines = readFileSync(file, 'utf8').split('\n');
  const first = Math.max(1, line - LINES_AROUND);
  return lines
    .slice(first - 1, line + LINES_AROUND)
    .map((text, index) => `${first + index === line ? '>' : ' '} ${String(first + index).padStart(4)} | ${text}`)
    .join('\n');
}
