import { Alert, Button, FileButton, Modal, Stack, Text } from '@mantine/core';
import { IconPhoto } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { prepareZXingModule, readBarcodes, type ReaderOptions } from 'zxing-wasm/reader';
import wasmUrl from 'zxing-wasm/reader/zxing_reader.wasm?url';

// From our own origin: the library would load it from elsewhere.
prepareZXingModule({ overrides: { locateFile: () => wasmUrl } });

const OPTIONS: ReaderOptions = { formats: ['QRCode'], tryHarder: true, maxNumberOfSymbols: 1, textMode: 'Plain' };
const EVERY_MS = 120;
/** Of the longer side of a photo, in pixels: more makes it slower and no clearer. */
const PHOTO_SIDE = 2_400;

interface CameraScannerProps {
  readonly onText: (text: string) => void;
  readonly onClose: () => void;
  /** What is held before the camera, where it is not a card. */
  readonly title?: string;
  readonly hint?: string;
}

/** Reads a QR code with the camera or from a photo, that of a card mostly. The picture stays in this browser and is not kept. */
export function CameraScanner({ onText, onClose, title, hint }: CameraScannerProps) {
  const { t } = useTranslation('check-in');
  const video = useRef<HTMLVideoElement>(null);
  const [refused, setRefused] = useState(false);
  const [photo, setPhoto] = useState<'none' | 'reading' | 'unread'>('none');
  const readPhoto = async (file: File | null): Promise<void> => {
    if (!file) return;
    setPhoto('reading');
    const text = await textOf(file).catch(() => null);
    if (text === null) setPhoto('unread');
    else found.current(text);
  };
  const found = useRef(onText);
  found.current = onText;
  useEffect(() => {
    const end = new AbortController();
    watch(video, end.signal, (text) => found.current(text)).catch(() => setRefused(true));
    return () => end.abort();
  }, []);
  return (
    <Modal
      opened
      onClose={onClose}
      title={title ?? t('camera.title')}
      closeButtonProps={{ 'aria-label': t('camera.close') }}
    >
      <Stack>
        {refused ? (
          <Alert color="orange" title={t('camera.refused')} role="alert">
            {t('camera.refusedHint')}
          </Alert>
        ) : (
          <video
            ref={video}
            muted
            playsInline
            aria-label={t('camera.picture')}
            style={{ width: '100%', borderRadius: 8 }}
          />
        )}
        <Text size="sm" c="dimmed">
          {hint ?? t('camera.hint')}
        </Text>
        {photo === 'unread' && (
          <Alert color="orange" title={t('camera.unread')} role="alert">
            {t('camera.unreadHint')}
          </Alert>
        )}
        <FileButton onChange={(file) => void readPhoto(file)} accept="image/*">
          {(props) => (
            <Button
              {...props}
              variant="default"
              leftSection={<IconPhoto size={18} aria-hidden />}
              loading={photo === 'reading'}
            >
              {t('camera.photo')}
            </Button>
          )}
        </FileButton>
      </Stack>
    </Modal>
  );
}

/** Null for a photo without a code that can be read, or what is no photo. */
async function textOf(file: File): Promise<string | null> {
  const image = await createImageBitmap(file);
  const scale = Math.min(1, PHOTO_SIDE / Math.max(image.width, image.height));
  const canvas = new OffscreenCanvas(Math.round(image.width * scale), Math.round(image.height * scale));
  const context = canvas.getContext('2d');
  context?.drawImage(image, 0, 0, canvas.width, canvas.height);
  image.close();
  return context ? codeIn(context) : null;
}

async function codeIn(context: OffscreenCanvasRenderingContext2D): Promise<string | null> {
  const { width, height } = context.canvas;
  const [code] = await readBarcodes(context.getImageData(0, 0, width, height), OPTIONS);
  return code?.isValid && code.text !== '' ? code.text : null;
}

async function watch(
  video: { readonly current: HTMLVideoElement | null },
  signal: AbortSignal,
  onText: (text: string) => void,
): Promise<void> {
  const constraints = { video: { facingMode: 'environment', width: { ideal: 1280 }, height: { ideal: 720 } } };
  const stream = await navigator.mediaDevices.getUserMedia(constraints);
  const stop = (): void => stream.getTracks().forEach((track) => track.stop());
  signal.addEventListener('abort', stop);
  const shown = video.current;
  if (signal.aborted || !shown) return stop();
  shown.srcObject = stream;
  await shown.play();
  const canvas = new OffscreenCanvas(1, 1);
  const context = canvas.getContext('2d', { willReadFrequently: true });
  while (!signal.aborted && context) {
    canvas.width = shown.videoWidth;
    canvas.height = shown.videoHeight;
    context.drawImage(shown, 0, 0);
    const text = await codeIn(context);
    if (signal.aborted) return;
    if (text !== null) return onText(text);
    await new Promise((resolve) => setTimeout(resolve, EVERY_MS));
  }
}
