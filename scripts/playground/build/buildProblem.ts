import { relative } from 'node:path';
import { LayerBuildError } from './layer.ts';
import { fileOf } from './typescriptPlugin.ts';

/** Why a build failed, for a person to read. `line` counts from 1, `column` from 1. */
export interface BuildProblem {
  readonly message: string;
  /** Relative to the working directory. */
  readonly file: string | null;
  readonly line: number | null;
  readonly column: number | null;
  /** The lines around the place, where the compiler gives them. */
  readonly frame: string | null;
}

/** Finds file, place and cause in what Rollup, LWC's compiler or TypeScript threw. Rethrows what is no build error. */
export function describeBuildError(error: unknown): BuildProblem {
  if (!(error instanceof LayerBuildError)) {
    throw error;
  }
  const { cause, locate } = error;
  if (!(cause instanceof Error)) {
    return { message: String(cause), file: null, line: null, column: null, frame: null };
  }
  const place = readPlace(cause);
  const file = place.file === null ? null : fileOf(place.file);
  const at =
    file === null || place.line === null || isFromTypescript(cause)
      ? place
      : locate(file, place.line, place.column ?? 0);
  return {
    message: withoutPlugin(cause.message, file),
    file: file === null ? null : relative(process.cwd(), file),
    line: at.line,
    column: at.column === null ? null : at.column + 1,
    frame: readText(cause, 'frame')
  };
}

interface Place {
  readonly file: string | null;
  readonly line: number | null;
  readonly column: number | null;
}

function readPlace(error: Error): Place {
  const location: unknown = read(error, 'loc') ?? read(error, 'location');
  const line = read(location, 'line');
  const column = read(location, 'column');
  return {
    file: readText(location, 'file') ?? readText(error, 'filename') ?? readText(error, 'id'),
    line: typeof line === 'number' ? line : null,
    column: typeof column === 'number' ? column : null
  };
}

function isFromTypescript(error: Error): boolean {
  return read(error, 'plugin') === 'typescript-to-javascript';
}

/** `[plugin x] /path/to/file.ts (3:4): text` → `text`. */
function withoutPlugin(message: string, file: string | null): string {
  const text = message.replace(/^\[plugin [^\]]*\]\s*/u, '');
  return file !== null && text.startsWith(file)
    ? text.slice(file.length).replace(/^[^:]*(\(\d+:\d+\))?:\s*/u, '')
    : text;
}

function readText(value: unknown, name: string): string | null {
  const text = read(value, name);
  return typeof text === 'string' ? text : null;
}

function read(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
}
