/** The ways in which a text might hide in an answer. */
function formsOf(secret: string): string[] {
  const spellings = [
    secret,
    secret.normalize('NFC'),
    secret.normalize('NFD'),
    secret.toUpperCase(),
    secret.toLowerCase(),
  ];
  const forms = [...new Set(spellings)].flatMap((text) => {
    const bytes = Buffer.from(text, 'utf8');
    return [
      text,
      encodeURIComponent(text),
      JSON.stringify(text).slice(1, -1),
      [...text].map((char) => (char.charCodeAt(0) > 126 ? escaped(char) : char)).join(''),
      [...text].reverse().join(''),
      bytes.toString('hex'),
      bytes.toString('latin1'),
      Buffer.from(text, 'utf16le').toString('hex'),
      ...base64Forms(bytes),
    ];
  });
  return [...new Set(forms)].filter((form) => form.length >= 4);
}

const escaped = (char: string): string =>
  [...Array(char.length).keys()].map((at) => `\\u${char.charCodeAt(at).toString(16).padStart(4, '0')}`).join('');

/** The same bytes at each of the three places that they may have in a longer text; both alphabets. */
function base64Forms(bytes: Buffer): string[] {
  return [0, 1, 2].flatMap((shift) => {
    const text = Buffer.concat([Buffer.alloc(shift), bytes])
      .toString('base64')
      .replace(/=+$/, '');
    // Characters that depend on what stands before or after are left out.
    const core = text.slice(shift === 0 ? 0 : shift + 1, text.length - ((bytes.length + shift) % 3) ? -1 : undefined);
    return [core, core.replaceAll('+', '-').replaceAll('/', '_')];
  });
}

/** From so many characters on it does not matter how they are capitalised. */
const LONG = 8;

type Form = readonly [form: string, secret: string];

/** Which of some secrets a text holds, in whatever form. */
export class SecretSearch {
  private readonly short: readonly Form[];
  /** In small letters. */
  private readonly long: readonly Form[];

  constructor(secrets: readonly string[]) {
    const forms = secrets.map((secret) => ({ secret, forms: formsOf(secret) }));
    const pick = (of: (form: string) => string[]): Form[] =>
      forms.flatMap(({ secret, forms: own }) => [...new Set(own.flatMap(of))].map((form): Form => [form, secret]));
    this.short = pick((form) => (form.length < LONG ? [form] : []));
    this.long = pick((form) => (form.length < LONG ? [] : [form.toLowerCase()]));
  }

  in(text: string): string[] {
    return [...new Set([...foundIn(text, this.short), ...foundIn(text.toLowerCase(), this.long)])];
  }
}

const foundIn = (text: string, forms: readonly Form[]): string[] =>
  forms.flatMap(([form, secret]) => (text.includes(form) ? [secret] : []));
