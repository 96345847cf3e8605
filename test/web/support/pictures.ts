import { encode } from 'uqr';

const [WIDTH, HEIGHT] = [640, 480];
const [BLACK, WHITE] = [16, 235];

/** Brightness of each pixel of a picture with a QR code in its middle. */
function brightness(text: string): Buffer {
  const { data, size } = encode(text, { border: 4, ecc: 'L' });
  const scale = Math.floor(HEIGHT / size);
  const [left, top] = [Math.floor((WIDTH - size * scale) / 2), Math.floor((HEIGHT - size * scale) / 2)];
  const pixels = Buffer.alloc(WIDTH * HEIGHT, WHITE);
  data.forEach((row, y) =>
    row.forEach((isDark, x) => {
      if (!isDark) return;
      for (let line = 0; line < scale; line += 1) {
        const from = (top + y * scale + line) * WIDTH + left + x * scale;
        pixels.fill(BLACK, from, from + scale);
      }
    }),
  );
  return pixels;
}

/** A film for a camera that shows nothing but a QR code, in the form that Chromium takes for one (YUV4MPEG2). */
export function filmOf(text: string): Buffer {
  const frame = Buffer.concat([Buffer.from('FRAME\n'), brightness(text), Buffer.alloc((WIDTH * HEIGHT) / 2, 128)]);
  return Buffer.concat([Buffer.from(`YUV4MPEG2 W${WIDTH} H${HEIGHT} F10:1 Ip A1:1 C420jpeg\n`), frame, frame]);
}

/** A photo of a QR code, as a bitmap of 8 bits (BMP). */
export function photoOf(text: string): Buffer {
  const palette = Buffer.alloc(256 * 4);
  for (let shade = 0; shade < 256; shade += 1) palette.fill(shade, shade * 4, shade * 4 + 3);
  const header = Buffer.alloc(54);
  header.write('BM');
  header.writeUInt32LE(54 + palette.length + WIDTH * HEIGHT, 2);
  header.writeUInt32LE(54 + palette.length, 10);
  header.writeUInt32LE(40, 14);
  header.writeInt32LE(WIDTH, 18);
  // From the top down.
  header.writeInt32LE(-HEIGHT, 22);
  header.writeUInt16LE(1, 26);
  header.writeUInt16LE(8, 28);
  header.writeUInt32LE(WIDTH * HEIGHT, 34);
  header.writeUInt32LE(256, 46);
  return Buffer.concat([header, palette, brightness(text)]);
}
