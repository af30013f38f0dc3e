import type { Plugin, PluginContext, TransformPluginContext } from 'rollup';
import { fileOf } from './fileOf.ts';

/** Why a file could not become part of a build. `plugin` found it. */
export interface FileFault {
  readonly file: string;
  readonly plugin: string;
  readonly cause: unknown;
}

const MISSING = '\0missing';

/** What stands for a file that failed, or for a module that is missing. It never runs, because its bundle is replaced. */
const PLACEHOLDER = { code: 'export default undefined;', syntheticNamedExports: true, map: null };

/**
 * Lets a build go on after a file that failed, so that one build finds the faults of all files. Rollup itself stops at the
 * first.
 */
export function isolate(plugin: Plugin, report: (fault: FileFault) => void): Plugin {
  const { name, resolveId, load, transform } = plugin;
  return {
    ...plugin,
    ...(typeof resolveId === 'function' && {
      async resolveId(this: PluginContext, source, importer, options) {
        try {
          return await resolveId.call(this, source, importer, options);
        } catch (cause) {
          if (importer === undefined) throw cause;
          report({ file: fileOf(importer), plugin: name, cause });
          return MISSING;
        }
      }
    }),
    ...(typeof load === 'function' && {
      load(this: PluginContext, id) {
        return id === MISSING ? PLACEHOLDER : load.call(this, id);
      }
    }),
    ...(typeof transform === 'function' && {
      async transform(this: TransformPluginContext, code, id) {
        if (id === MISSING) return null;
        try {
          return await transform.call(this, code, id);
        } catch (cause) {
          report({ file: fileOf(id), plugin: name, cause });
          return PLACEHOLDER;
        }
      }
    })
  };
}
