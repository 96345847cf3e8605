import type { Input } from '@luutru/client';
import { Checkbox, Group, NativeSelect, Stack, Text } from '@mantine/core';
import { addDays, localDate } from '@luutru/calendar';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { serverNow } from '../../../api/server-clock';
import { may } from '../../../api/session';
import { Page } from '../../../app/page';
import { useSession } from '../../../app/session-context';
import { useFurther } from '../../../lists/use-further';
import { Answer } from '../../../states/answer';
import { Empty } from '../../../states/states';
import { NoteCard } from '../note-card';

type Measure = NonNullable<NonNullable<Input<'listAnomalies'>['query']>['measure']>;

const MEASURES: readonly Measure[] = ['arrivals', 'international', 'guest-nights'];
/** Of rounded days a month at most is told, of exact ones a quarter. */
const SPANS = { rounded: [7, 31], exact: [7, 31, 92] } as const;

/** Days that were unlike others, each with what it is held against: a question to look into, and never a reproach. */
export function UnusualDaysPage() {
  const { t } = useTranslation('unusual-days');
  const exact = may(useSession(), 'statistics.exact');
  const [span, setSpan] = useState(31);
  const [measure, setMeasure] = useState<Measure | ''>('');
  const [withdrawn, setWithdrawn] = useState(false);
  const to = addDays(localDate(serverNow()), -1);
  const asked = {
    from: addDays(to, 1 - span),
    to,
    ...(measure !== '' && { measure }),
    ...(withdrawn && { withdrawn: 'yes' as const }),
  };
  const query = useFurther('listAnomalies', { query: asked }, 'after');
  return (
    <Page title={t('title')} hint={t('hint')}>
      <Group gap="sm" align="flex-end">
        <NativeSelect
          label={t('span')}
          value={String(span)}
          onChange={(event) => setSpan(Number(event.currentTarget.value))}
          data={SPANS[exact ? 'exact' : 'rounded'].map((days) => ({
            value: String(days),
            label: t('lastDays', { count: days }),
          }))}
        />
        <NativeSelect
          label={t('measure')}
          value={measure}
          onChange={(event) => setMeasure(event.currentTarget.value as Measure | '')}
          data={[
            { value: '', label: t('allMeasures') },
            ...MEASURES.map((value) => ({ value, label: t(`measures.${value}`) })),
          ]}
        />
        {exact && (
          <Checkbox
            label={t('withdrawnToo')}
            checked={withdrawn}
            onChange={(event) => setWithdrawn(event.currentTarget.checked)}
            pb={8}
          />
        )}
      </Group>
      <Answer
        query={query}
        empty={(pages) =>
          pages.every(({ anomalies }) => anomalies.length === 0) && <Empty title={t('none')}>{t('noneHint')}</Empty>
        }
      >
        {(pages) => (
          <Stack gap="sm">
            {pages[0]?.roundedTo != null && (
              <Text size="sm" c="dimmed">
                {t('rounded', { to: pages[0].roundedTo })}
              </Text>
            )}
            {pages
              .flatMap(({ anomalies }) => anomalies)
              .map((note) => (
                <NoteCard key={note.noteId ?? `${note.day} ${note.measure}`} note={note} mayRemark={exact} />
              ))}
            {query.more}
          </Stack>
        )}
      </Answer>
    </Page>
  );
}
