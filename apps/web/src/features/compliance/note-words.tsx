import type { Output } from '@luutru/client';
import { Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { showMoment } from '../../i18n/format';
import { useCodeNames } from '../../api/code-names';
import { FineBand } from './fine-band';

export type Note = Output<'listNotes'>['notes'][number];

/** What one version says. */
export function NoteWords({ note }: { note: Note }) {
  const { t } = useTranslation('compliance');
  const findings = useCodeNames('inspection-finding');
  return (
    <Stack gap={4}>
      <Text size="sm">{note.findings.map((code) => findings.nameOf(code)).join('; ')}</Text>
      {note.notDeclared !== null && <Text size="sm">{t('notes.notDeclared', { count: note.notDeclared })}</Text>}
      <Text size="sm" style={{ whiteSpace: 'pre-wrap' }}>
        {note.text}
      </Text>
      {note.fine && <FineBand fine={note.fine} />}
      <Text size="xs" c="dimmed">
        {t('notes.written', { version: note.version, at: showMoment(note.writtenAt) })}
      </Text>
    </Stack>
  );
}
