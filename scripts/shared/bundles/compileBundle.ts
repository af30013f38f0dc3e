import { compile } from '@lwc/sfdc-lwc-compiler';

/** What a bundle names outside itself: `{ type: 'sobjectField', id: 'Contact.Name' }`. */
export interface BundleReference {
  readonly type: string;
  readonly id: string;
}

export interface CompiledBundle {
  readonly diagnostics: readonly string[];
  readonly references: readonly BundleReference[];
  /** The production code that an org serves; empty when the bundle did not compile. */
  readonly code: string;
}

/** Compiles one bundle as an org does when it is deployed. `files` is content by file name, JavaScript included. */
export async function compileBundle(name: string, files: Readonly<Record<string, string>>): Promise<CompiledBundle> {
  const { success, diagnostics, metadata, results } = await compile({
    bundle: { namespace: 'c', name, type: 'platform', files },
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
  return {
    diagnostics: messages,
    references: metadata?.references ?? [],
    code: (results ?? []).map((result) => result.code).join('\n')
  };
}
