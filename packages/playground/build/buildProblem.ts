import { existsSync, readFileSync } from 'node:fs';
import { relative } from 'node:path';
import { numberAt, textAt, valueAt } from 'sf-cli/json';
import { LayerBuildError } from './layer.ts';
import { fileOf } from './typescriptPlugin.ts';

/** Why a build failed, as a person reads it. Lines and columns count from 1. */
export interface BuildProblem {
  readonly message: string;
  /** Relative to the working directory. */
  readonly file: string | null;
  readonly line: number | null;
  readonly column: number | null;
  /** The lines around the error, numbered, with a mark at the line of the error. */
  readonly frame: string | null;
}

const LINES_AROUND = 3;

/**
 * Finds the file, the place and the cause in an error of Rollup, LWC's compiler or TypeScript. Rethrows any other
 * error.
 */
export function describeBuildError(error: unknown): BuildProblem {
  if (!(error instanceof LayerBuildError)) {
    throw error;
  }
  const { cause, locate } = error;
  if (!(cause instanceof Error)) {
    return { message: String(cause), file: null, line: null, column: null, frame: null };
  }
  const { file, line, column } = readPlace(cause);
  const at =
    file === null || line === null ? null : isPlaceInSource(cause) ? { line, column } : locate(file, line, column);
  return {
    message: messageOf(cause),
    file: file === null ? null : relative(process.cwd(), file),
    line: at?.line ?? null,
    column: at === null ? null : at.column + 1,
    frame: file === null || at === null ? null : frameOf(file, at.line)
  };
}

interface Place {
  readonly file: string | null;
  readonly line: number | null;
  /** Counts from 0. */
  readonly column: number;
}

function readPlace(error: Error): Place {
  const location = valueAt(error, 'loc') ?? valueAt(error, 'location');
  const file = textAt(location, 'file') || textAt(error, 'filename') || textAt(error, 'id');
  return {
    file: file === '' ? null : fileOf(file),
    line: numberAt(location, 'line'),
    column: numberAt(location, 'column') ?? 0
  };
}

/** LWC's compiler reads the JavaScript that TypeScript wrote; the other tools read the source itself. */
function isPlaceInSource(error: Error): boolean {
  return textAt(error, 'plugin') !== 'rollup-plugin-lwc-compiler';
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
