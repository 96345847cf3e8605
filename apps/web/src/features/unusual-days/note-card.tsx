import { Badge, Group, List, Paper, Stack, Text, Title } from '@mantine/core';
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { showDayAndTime, showMoment, showNumber } from '../../i18n/format';
import { useLanguage } from '../../i18n/use-language';
import { Band } from './band';
import { ByHand } from './by-hand';
import type { Note } from './note';
import { RemarkForm } from './remark-form';

const dayOf = (date: string): string => date.split('-').reverse().join('/');

/** One unusual day: what came, what was expected, and what others found out about it. */
export function NoteCard({ note, mayRemark }: { note: Note; mayRemark: boolean }) {
  const { t } = useTranslation('unusual-days');
  const language = useLanguage();
  const { noteId, area, measure, day, direction, words, foundAt, remarks, basis, value } = note;
  const Arrow = direction === 'jump' ? IconArrowUp : IconArrowDown;
  return (
    <Paper withBorder p="md" component="article">
      <Stack gap="xs">
        <Group gap="xs">
          <Arrow size={20} aria-hidden />
          <Title order={2} size="h4">
            {t('card', { day: dayOf(day), measure: t(`measures.${measure}`), area: area?.name ?? t('whole') })}
          </Title>
          {note.withdrawnAt !== null && (
            <Badge variant="outline" color="gray" c="var(--mantine-color-text)">
              {t('withdrawn')}
            </Badge>
          )}
        </Group>
        <Text>{words[language]}</Text>
        <Band value={value} basis={basis} />
        {note.withdrawnAt !== null && <Withdrawn note={note} at={note.withdrawnAt} />}
        <ByHand note={note} />
        {remarks.length > 0 && (
          <div>
            <Title order={3} size="h6">
              {t('remarks')}
            </Title>
            <List size="sm">
              {remarks.map(({ at, text }) => (
                <List.Item key={`${at} ${text}`}>
                  {text}{' '}
                  <Text component="span" size="xs" c="dimmed">
                    {showMoment(at)}
                  </Text>
                </List.Item>
              ))}
            </List>
          </div>
        )}
        {mayRemark && noteId !== null && <RemarkForm noteId={noteId} about={dayOf(day)} />}
        {foundAt !== null && (
          <Text size="xs" c="dimmed">
            {t('found', { at: showDayAndTime(foundAt) })}
          </Text>
        )}
      </Stack>
    </Paper>
  );
}

function Withdrawn({ note: { withdrawnWhy, withdrawnValue }, at }: { note: Note; at: string }) {
  const { t } = useTranslation('unusual-days');
  return (
    <Text size="sm">
      {t('withdrawnAt', {
        at: showDayAndTime(at),
        why: withdrawnWhy === null ? '' : t(`why.${withdrawnWhy}`),
        value: withdrawnValue === null ? '' : showNumber(withdrawnValue),
      })}
    </Text>
  );
}
