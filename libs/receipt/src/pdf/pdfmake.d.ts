/** The part of pdfmake 0.3 that is used. @types/pdfmake would bring the types of a browser into every file of the project. */
declare module 'pdfmake' {
  interface Style {
    readonly font?: string;
    readonly fontSize?: number;
    readonly bold?: boolean;
    readonly color?: string;
    readonly lineHeight?: number;
    readonly alignment?: 'left' | 'center' | 'right';
    /** Left, top, right, bottom, in points. */
    readonly margin?: readonly [number, number, number, number];
  }

  export type Content =
    | string
    | ({ readonly text: string } & Style)
    | ({ readonly stack: readonly Content[] } & Style)
    | ({ readonly qr: string; readonly fit: number; readonly eccLevel: 'L' | 'M' | 'Q' | 'H' } & Style)
    | ({
        /** Left out: lines around every cell. */
        readonly layout?: 'lightHorizontalLines';
        readonly table: {
          readonly headerRows: number;
          /** Rows that stay on the page of the first row under the header. */
          readonly keepWithHeaderRows?: number;
          readonly dontBreakRows?: boolean;
          readonly widths: readonly (number | '*')[];
          readonly body: readonly (readonly Content[])[];
        };
      } & Style);

  export interface DocumentDefinition {
    readonly pageSize: 'A4';
    readonly pageOrientation?: 'landscape';
    readonly pageMargins: readonly [number, number, number, number];
    readonly info: { readonly title: string; readonly creationDate: Date };
    readonly defaultStyle: Style;
    readonly content: readonly Content[];
  }

  const pdfmake: {
    setFonts(fonts: Readonly<Record<string, { readonly normal: string; readonly bold: string }>>): void;
    setUrlAccessPolicy(isAllowed: (url: string) => boolean): void;
    setLocalAccessPolicy(isAllowed: (path: string) => boolean): void;
    createPdf(definition: DocumentDefinition): { getBuffer(): Promise<Buffer> };
  };
  export { pdfmake as default };
}
