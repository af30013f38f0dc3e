import lwc, { type RollupLwcOptions } from '@lwc/rollup-plugin';
import type { Plugin, TransformResult } from 'rollup';
import { fileOf } from './fileOf.ts';

/** A component is the default export of its module; decorators and the base class come from the engine. */
const MAYBE_COMPONENT = /\bexport\s+(?:default\b|\{[^}]*\bas\s+default\b)|from\s*['"]lwc['"]/u;

/**
 * LWC's compiler without the work that changes nothing: modules that can't be a component stay as they are, and a style
 * sheet of which several bundles have a copy is compiled once.
 */
export function frugalLwcPlugin(options: RollupLwcOptions): Plugin {
  const plugin = lwc(options);
  const { transform } = plugin;
  if (typeof transform !== 'function') throw new TypeError("LWC's plugin has another form than expected.");
  const sheets = new Map<string, TransformResult>();
  return {
    ...plugin,
    async transform(source, id) {
      const file = fileOf(id);
      if (/\.[jt]s$/u.test(file)) return MAYBE_COMPONENT.test(source) ? transform.call(this, source, id) : null;
      if (!id.endsWith('.css')) return transform.call(this, source, id);
      const sheet = sheets.get(source) ?? (await transform.call(this, source, id));
      sheets.set(source, sheet);
      return sheet;
    }
  };
}
