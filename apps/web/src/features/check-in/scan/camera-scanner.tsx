import { Alert, Modal, Stack, Text } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { prepareZXingModule, readBarcodes, type ReaderOptions } from 'zxing-wasm/reader';
import wasmUrl from 'zxing-wasm/reader/zxing_reader.wasm?url';

// From our own origin: the library would load it from elsewhere.
prepareZXingModule({ overrides: { locateFile: () => wasmUrl } });

const OPTIONS: ReaderOptions = { formats: ['QRCode'], tryHarder: true, maxNumberOfSymbols: 1, textMode: 'Plain' };
const EVERY_MS = 120;

/** Reads the QR code of a card with the camera. The picture stays in this browser and is not kept. */
export function CameraScanner({ onText, onClose }: { onText: (text: string) => void; onClose: () => void }) {
  const { t } = useTranslation('check-in');
  const video = useRef<HTMLVideoElement>(null);
  const [refused, setRefused] = useState(false);
  const found = useRef(onText);
  found.current = onText;
  useEffect(() => {
    const end = new AbortController();
    watch(video, end.signal, (text) => found.current(text)).catch(() => setRefused(true));
    return () => end.abort();
  }, []);
  return (
    <Modal opened onClose={onClose} title={t('camera.title')} closeButtonProps={{ 'aria-label': t('camera.close') }}>
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
          {t('camera.hint')}
        </Text>
      </Stack>
    </Modal>
  );
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
    const [code] = await readBarcodes(context.getImageData(0, 0, canvas.width, canvas.height), OPTIONS);
    if (signal.aborted) return;
    if (code?.isValid && code.text !== '') return onText(code.text);
    await new Promise((resolve) => setTimeout(resolve, EVERY_MS));
  }
}
