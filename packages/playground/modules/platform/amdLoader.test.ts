import { createAmdLoader, defaultOf, type AmdLoader } from './amdLoader.ts';

/** A loader of deployed files and ES modules, both by module name. */
function loaderOf(
  files: Readonly<Record<string, (define: AmdLoader['define']) => void>>,
  esModules: Readonly<Record<string, unknown>> = {}
): AmdLoader & { readonly asked: string[] } {
  const asked: string[] = [];
  const loader = createAmdLoader((name) => {
    const run = files[name];
    if (!asked.includes(name)) {
      asked.push(name);
      run?.(loader.define);
    }
    if (run === undefined && !(name in esModules)) {
      return Promise.reject(new TypeError(`Failed to resolve module specifier '${name}'`));
    }
    return Promise.resolve(esModules[name] ?? {});
  });
  return { ...loader, asked };
}

describe('a deployed module', () => {
  it('gets its dependencies, AMD or ES, and shares one instance of each with other modules', async () => {
    const loader = loaderOf(
      {
        'c/card': (define) => {
          define('c/card', ['lwc', 'c/names', 'c/more'], (lwc, names, more) => ({ lwc, names, more }));
        },
        'c/more': (define) => {
          define('c/more', ['c/names'], (names) => ({ names }));
        },
        'c/names': (define) => {
          define('c/names', [], () => ({ hello: 'Hello' }));
        }
      },
      { lwc: { version: '8' } }
    );
    const names = await loader.load('c/names');
    expect(await loader.load('c/card')).toEqual({ lwc: { version: '8' }, names, more: { names } });
    expect(await loader.load('c/names')).toBe(names);
    expect(loader.asked).toEqual(['c/names', 'c/card', 'lwc', 'c/more']);
  });

  it('may assign its exports to the `exports` object', async () => {
    const loader = loaderOf({
      'c/rules': (define) => {
        define('c/rules', ['exports'], (exported) => void Object.assign(Object(exported), { count: 1 }));
      }
    });
    expect(await loader.load('c/rules')).toEqual({ count: 1 });
  });

  it('may be in a circle, and gives the engine a function that returns the other module later', async () => {
    let other: () => unknown = () => null;
    const loader = loaderOf({
      'c/one': (define) => {
        define('c/one', ['c/two'], () => 'one');
      },
      'c/two': (define) => {
        define('c/two', ['c/one'], (one) => {
          other = one as typeof other;
          return 'two';
        });
      }
    });
    expect(await loader.load('c/one')).toBe('one');
    expect(other).toHaveProperty('__circular__', true);
    expect(other()).toBe('one');
  });

  it('may share its file with other modules, as labels do', async () => {
    const labels = (define: AmdLoader['define']): void => {
      define('@salesforce/label/c.Yes', [], () => 'Ja');
      define('@salesforce/label/c.No', [], () => 'Nein');
    };
    const loader = loaderOf({
      '@salesforce/label/c.Yes': labels,
      '@salesforce/label/c.No': labels,
      'c/card': (define) => {
        define('c/card', ['@salesforce/label/c.No', '@salesforce/label/c.Yes'], (...texts) => texts);
      }
    });
    expect(await loader.load('c/card')).toEqual(['Nein', 'Ja']);
  });

  it.each([
    ['needs a module that does not exist', ['c/nowhere'], () => null, "Failed to resolve module specifier 'c/nowhere'"],
    [
      'throws while it starts, on each load again',
      [],
      () => {
        throw new Error('No');
      },
      'No'
    ]
  ])('fails to load when it %s', async (_title, dependencies, factory, message) => {
    const loader = loaderOf({
      'c/card': (define) => {
        define('c/card', dependencies, factory);
      }
    });
    await expect(loader.load('c/card')).rejects.toThrow(message);
    await expect(loader.load('c/card')).rejects.toThrow(message);
  });
});

describe('the default export', () => {
  it.each([
    ['of an ES module is its `default`', { default: 'Card', other: 1 }, 'Card'],
    ['of an AMD module is the module when it exports nothing else', 'Card', 'Card'],
    ['of a module without one is the module', { other: 1 }, { other: 1 }]
  ])('%s', (_title, module, expected) => {
    expect(defaultOf(module)).toEqual(expected);
  });
});
