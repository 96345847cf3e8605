/** Reads one variable: its text, or undefined when it is absent or empty. Throws {@link ConfigFault} when it is wrong. */
export type ConfigReader<T> = (name: string, text: string | undefined) => T;

/** What is wrong with one variable, in words that a person at a terminal can act on. */
export class ConfigFault extends Error {}

/** Thrown once for all wrong variables together; `message` lists each with its remedy. */
export class ConfigError extends Error {
  constructor(readonly faults: readonly string[]) {
    super(`Configuration is not usable:\n${faults.map((fault) => `  - ${fault}`).join('\n')}`);
    this.name = 'ConfigError';
  }
}

type Shape = Record<string, ConfigReader<unknown>>;

/** The value type of a shape of readers. */
export type ConfigOf<S extends Shape> = { readonly [K in keyof S]: ReturnType<S[K]> };

/** Reads every variable of `shape` (keys are variable names) and throws one {@link ConfigError} that names all faults. */
export function readConfig<S extends Shape>(shape: S, env: NodeJS.ProcessEnv): ConfigOf<S> {
  const faults: string[] = [];
  const values: Record<string, unknown> = {};
  for (const [name, reader] of Object.entries(shape)) {
    const text = env[name];
    try {
      values[name] = reader(name, text === '' ? undefined : text);
    } catch (error) {
      if (!(error instanceof ConfigFault)) throw error;
      faults.push(error.message);
    }
  }
  if (faults.length > 0) throw new ConfigError(faults);
  return values as ConfigOf<S>;
}

const missing = (name: string, wanted: string): never => {
  throw new ConfigFault(`${name} is not set; give ${wanted}`);
};

export const text =
  (wanted: string, fallback?: string): ConfigReader<string> =>
  (name, value) =>
    value ?? fallback ?? missing(name, wanted);

export const optionalText = (): ConfigReader<string | undefined> => (_name, value) => value;

export const integer =
  (wanted: string, range: { min: number; max: number; fallback?: number }): ConfigReader<number> =>
  (name, value) => {
    if (value === undefined) return range.fallback ?? missing(name, wanted);
    const number = Number(value);
    if (!Number.isInteger(number) || number < range.min || number > range.max) {
      throw new ConfigFault(`${name} must be a whole number from ${range.min} to ${range.max} (${wanted})`);
    }
    return number;
  };

export const oneOf =
  <const T extends string>(choices: readonly T[], fallback?: T): ConfigReader<T> =>
  (name, value) => {
    const chosen = value ?? fallback ?? missing(name, `one of ${choices.join(', ')}`);
    const found = choices.find((choice) => choice === chosen);
    if (found === undefined) throw new ConfigFault(`${name} must be one of ${choices.join(', ')}`);
    return found;
  };

export const url =
  (protocols: readonly string[], wanted: string): ConfigReader<string> =>
  (name, value) => {
    const given = value ?? missing(name, wanted);
    const parsed = URL.canParse(given) ? new URL(given) : undefined;
    if (!parsed || !protocols.includes(parsed.protocol)) {
      throw new ConfigFault(
        `${name} must be a URL starting with ${protocols.map((p) => `${p}//`).join(' or ')} (${wanted})`,
      );
    }
    return given;
  };

/** A PEM text, also accepted as the base64 of it, so that it fits on one line of an environment file. */
export const pem =
  (wanted: string): ConfigReader<string> =>
  (name, value) => {
    const given = value ?? missing(name, wanted);
    const decoded = given.includes('-----BEGIN') ? given : Buffer.from(given, 'base64').toString('utf8');
    if (!decoded.includes('-----BEGIN'))
      throw new ConfigFault(`${name} must be a PEM text or the base64 of one (${wanted})`);
    return decoded;
  };
