import { type ParseArgsConfig, parseArgs } from 'node:util';
import nextEnv from '@next/env';
import { debugRequested } from '../lib/settings.ts';

/** A command line that cannot be understood: exit status 2. */
export class UsageError extends Error {}

/** Parses the command line; `usage` is printed when it is wrong. */
export function readArguments<Options extends NonNullable<ParseArgsConfig['options']>>(
  usage: string,
  options: Options,
) {
  try {
    return parseArgs({ options, allowPositionals: true });
  } catch (error) {
    const [reason] = (error as Error).message.split('. ');
    throw new UsageError(`${reason}. ${usage}`);
  }
}

/**
 * Runs a command: exit status 0 when it is done, 1 when it failed, 2 for wrong usage. Errors are one line that
 * says what to do, with a stack trace only when DEBUG is set.
 */
export async function run(command: () => Promise<void>): Promise<void> {
  try {
    // .env and .env.local, read the way the server reads them.
    nextEnv.loadEnvConfig(process.cwd(), false, { info: () => {}, error: console.error });
    await command();
    process.exit(0);
  } catch (error) {
    console.error(debugRequested() ? error : (error as Error).message);
    process.exit(error instanceof UsageError ? 2 : 1);
  }
}
