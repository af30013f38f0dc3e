import { textOfChild, type XmlElement } from '../../../engine/xml/xml.ts';

/** Source: Metadata API, deploy(), DeployOptions. Those about Apex tests are accepted: there is no Apex to test. */
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

/** From the `DeployOptions` of a SOAP call. */
export function optionsOfXml(element: XmlElement | undefined): DeployOptions {
  return readOptions((name) => (element === undefined ? '' : textOfChild(element, name)), []);
}

/** From the `deployOptions` of a REST request. */
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
