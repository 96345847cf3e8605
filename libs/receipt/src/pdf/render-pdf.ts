import { dirname, join, sep } from 'node:path';
import type { DocumentDefinition } from 'pdfmake';

/** Roboto (Apache-2.0), which has every Vietnamese letter; it is embedded in part. */
const FONT_FOLDER = join(dirname(require.resolve('pdfmake/package.json')), 'fonts', 'Roboto') + sep;

/** Loaded when the first document is made: processes that print none do not pay for it. */
async function loadPdfmake() {
  const { default: pdfmake } = await import('pdfmake');
  pdfmake.setFonts({
    Roboto: { normal: `${FONT_FOLDER}Roboto-Regular.ttf`, bold: `${FONT_FOLDER}Roboto-Medium.ttf` },
  });
  pdfmake.setUrlAccessPolicy(() => false);
  pdfmake.setLocalAccessPolicy((path) => path.startsWith(FONT_FOLDER));
  return pdfmake;
}

let loaded: ReturnType<typeof loadPdfmake> | undefined;

/** The document as PDF bytes. Reads nothing but its fonts, whatever the definition says. */
export async function renderPdf(definition: DocumentDefinition): Promise<Buffer> {
  loaded ??= loadPdfmake();
  return (await loaded).createPdf(definition).getBuffer();
}
