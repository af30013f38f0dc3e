import { SfError } from '@salesforce/core';
import { SfCommand } from '@salesforce/sf-plugins-core';
import { terminalText, toJsonText } from '../../shared/terminalText.ts';
import { toUsageProblem } from './usageProblem.ts';

/** A command whose output holds no character that a terminal obeys, whatever the org and the file say. */
export abstract class ExternalUserCommand<Result> extends SfCommand<Result> {
  override log(message = ''): void {
    super.log(terminalText(message));
  }

  override warn(input: SfCommand.Warning): SfCommand.Warning {
    if (typeof input === 'string') return super.warn(terminalText(input));
    if (input instanceof Error) return super.warn(withTerminalText(input));
    return super.warn({ ...input, message: terminalText(input.message) });
  }

  override logJson(json: unknown): void {
    // eslint-disable-next-line no-restricted-syntax -- toJsonText has the codes.
    process.stdout.write(`${toJsonText(json, 2)}\n`);
  }

  protected override catch(error: Error | SfError): Promise<never> {
    const call = `${this.config.bin} ${(this.id ?? '').replaceAll(':', ' ')}`;
    return super.catch(withTerminalText(toUsageProblem(error, call)));
  }
}

/** The same error: its class, its code and its stack say what happened. */
function withTerminalText<Failure extends Error>(error: Failure): Failure {
  error.message = terminalText(error.message);
  if (error instanceof SfError && error.actions !== undefined) error.actions = error.actions.map(terminalText);
  return error;
}
