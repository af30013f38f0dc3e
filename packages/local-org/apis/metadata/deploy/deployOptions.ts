import { textOfChild, type XmlElement } from '../../../engine/xml/xml.ts';

/** Options about Apex tests are accepted, although no Apex runs here. Source: Metadata API, deploy(), DeployOptions. */
export interface DeployOptions {
  readonly allowMissingFiles: boolean;
  readonly autoUpdatePackage: boolean;
  readonly checkOnly: boolean;
  readonly ignoreWarnings: boolean;
  readonly performRetrieve: boolean;
  readonly purgeOnDelete: boolean;
  readonly rollbackOnError: boolean;
  readonly runTests: readonly string[];
  readonly singlePackage: boolean;
  readonly testLevel: string;
}

/** Reads the `DeployOptions` of a SOAP call. */
export function optionsOfXml(element: XmlElement | undefined): DeployOptions {
  return readOptions((name) => (element === undefined ? '' : textOfChild(element, name)), []);
}

/** Reads the `deployOptions` of a REST request. */
export function optionsOfJson(options: Readonly<Record<string, unknown>>): DeployOptions {
  const runTests = options['runTests'];
  const tests = Array.isArray(runTests) ? runTests.filter((test) => typeof test === 'string') : [];
  return readOptions((name) => {
    const value = options[name];
    return typeof value === 'string' || typeof value === 'boolean' ? String(value) : '';
  }, tests);
}

function readOptions(textOf: (name: string) => string, runTests: readonly string[]): DeployOptions {
  const isOn = (name: string): boolean => textOf(name) === 'true';
  return {
    allowMissingFiles: isOn('allowMissingFiles'),
    autoUpdatePackage: isOn('autoUpdatePackage'),
    checkOnly: isOn('checkOnly'),
    ignoreWarnings: isOn('ignoreWarnings'),
    performRetrieve: isOn('performRetrieve'),
    purgeOnDelete: isOn('purgeOnDelete'),
    rollbackOnError: isOn('rollbackOnError'),
    runTests,
    singlePackage: isOn('singlePackage'),
    testLevel: textOf('testLevel') || 'NoTestRun'
  };
}
