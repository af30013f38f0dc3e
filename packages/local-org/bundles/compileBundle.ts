import { DiagnosticLevel } from '@lwc/errors';
import { compile } from '@lwc/sfdc-lwc-compiler';
import { COMPILER_OPTIONS } from './compilerOptions.ts';

/** A reference of a bundle to something outside it: `{ type: 'schema', id: 'Contact.Name' }`. */
export interface BundleReference {
  readonly type: string;
  readonly id: string;
}

/** A reference with the file and the places where it stands. */
export interface LocatedReference extends BundleReference {
  readonly file: string;
  readonly locations: readonly { readonly startLine: number; readonly startColumn: number }[];
}

/** An error of the compiler. Line and column count from one. */
export interface BundleProblem {
  readonly fileName: string;
  readonly message: string;
  readonly location: { readonly line: number; readonly column: number } | null;
}

export interface CompiledBundle {
  readonly diagnostics: readonly string[];
  /** The errors among the diagnostics. A bundle that has only warnings is deployed. */
  readonly problems: readonly BundleProblem[];
  readonly references: readonly LocatedReference[];
  /** The production code that an org serves; empty if the bundle did not compile. */
  readonly code: string;
}

/** Compiles a bundle as an org does during a deploy. `files` is content by file name, including JavaScript. */
export async function compileBundle(name: string, files: Readonly<Record<string, string>>): Promise<CompiledBundle> {
  const { success, diagnostics, metadata, results } = await compile({
    bundle: { namespace: 'c', name, type: 'platform', files, options: COMPILER_OPTIONS },
    compilerConfigs: [{ outputConfig: { minify: true, env: { NODE_ENV: 'production' } } }]
  });
  const all = [...diagnostics, ...(results ?? []).flatMap((result) => result.diagnostics)];
  const messages = all.map(({ filename, message, location }) => {
    const line = location === undefined ? '' : `:${location.line}:${location.column}`;
    return `${filename ?? name}${line} ${message}`;
  });
  if (!success && messages.length === 0) {
    messages.push(`${name} did not compile, and the compiler did not say why`);
  }
  const errors = all.filter(({ level }) => !success || level <= DiagnosticLevel.Error);
  return {
    diagnostics: messages,
    problems: errors.map(({ filename, message, location }) => ({
      fileName: filename ?? name,
      message,
      location: location === undefined ? null : { line: location.line, column: location.column }
    })),
    references: metadata?.references ?? [],
    code: (results ?? []).map((result) => result.code).join('\n')
  };
}
