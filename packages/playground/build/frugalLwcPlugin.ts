import type { RollupLwcOptions } from '@lwc/rollup-plugin';
import type { Plugin, TransformResult } from 'rollup';
import { fileOf } from './fileOf.ts';
import { iconModule } from './iconTemplates.ts';
import { loadLwcPlugin } from './lwcCompiler.ts';

/** A component is the default export of its module; decorators and the base class come from the engine. */
const MAYBE_COMPONENT = /\bexport\s+(?:default\b|\{[^}]*\bas\s+default\b)|['"]lwc['"]/u;

/** The module that imports all icons of a category. */
const ICONS = /[/\\]iconSvgTemplates\w+[/\\]buildTemplates[/\\]templates\.js$/u;

/** Whether a script can be a component, so that the compiler must see it. */
export function maybeComponent(source: string): boolean {
  return MAYBE_COMPONENT.test(source);
}

/**
 * LWC's compiler without the work that changes nothing: scripts that are plain stay as they are, a style sheet of which
 * several bundles have a copy is compiled once, and of the icons only one.
 */
export function frugalLwcPlugin(options: RollupLwcOptions, isPlain: (source: string, file: string) => boolean): Plugin {
  const plugin = loadLwcPlugin()(options);
  const { transform } = plugin;
  if (typeof transform !== 'function') throw new TypeError("LWC's plugin has another form than expected.");
  const sheets = new Map<string, TransformResult>();
  return {
    ...plugin,
    async transform(source, id) {
      const file = fileOf(id);
      if (/\.[jt]s$/u.test(file)) {
        if (ICONS.test(file)) {
          return iconModule(source, file, async (template, path) => {
            const compiled = await transform.call(this, template, path);
            return typeof compiled === 'object' ? (compiled?.code ?? '') : '';
          });
        }
        return isPlain(source, file) ? null : transform.call(this, source, id);
      }
      if (!id.endsWith('.css')) return transform.call(this, source, id);
      const sheet = sheets.get(source) ?? (await transform.call(this, source, id));
      sheets.set(source, sheet);
      return sheet;
    }
  };
}
