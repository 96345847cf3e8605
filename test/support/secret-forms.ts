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

/** Which of some secrets a text holds, in whatever form. */
export class SecretSearch {
  private readonly forms: readonly { readonly secret: string; readonly form: string }[];

  constructor(secrets: readonly string[]) {
    this.forms = secrets.flatMap((secret) => formsOf(secret).map((form) => ({ secret, form })));
  }

  in(text: string): string[] {
    const lower = text.toLowerCase();
    const found = this.forms.filter(
      ({ form }) => text.includes(form) || (form.length >= 8 && lower.includes(form.toLowerCase())),
    );
    return [...new Set(found.map(({ secret }) => secret))];
  }
}
