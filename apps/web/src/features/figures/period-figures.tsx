import { LuutruProblem } from '@luutru/client';
import { Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { ask } from '../../api/ask';
import { Section } from '../../app/section';
import { Answer } from '../../states/answer';
import { Empty } from '../../states/states';
import { questionOf } from './address';
import type { Look } from './look';
import { dayOf, nameOf } from './periods';
import { Tiles } from './tiles';
import { WhyHidden } from './why-hidden';

/** The main figures of the period, beside those of the period it is compared with. */
export function PeriodFigures({ look: { looked, period, sort } }: { look: Look }) {
  const { t } = useTranslation('figures');
  const { tiles, mayBeRefused } = sort;
  const always = tiles.filter((measure) => !mayBeRefused.includes(measure));
  const main = useQuery(ask('getFigures', { query: questionOf({ measures: always, ...period }, looked) }));
  const further = useQuery({
    ...ask('getFigures', { query: questionOf({ measures: mayBeRefused, ...period }, looked) }),
    enabled: mayBeRefused.length > 0,
  });
  const { compare = 'year' } = looked;
  const refused = further.error instanceof LuutruProblem;
  return (
    <Section title={t('main', { period: nameOf(period) })}>
      <Answer
        query={main}
        empty={({ rows }) => rows.length === 0 && <Empty title={t('nothing')}>{t('nothingHint')}</Empty>}
      >
        {({ rows, editions }) => (
          <>
            <Tiles
              label={t('main', { period: nameOf(period) })}
              rows={[rows[0], further.data?.rows[0]]}
              measures={tiles}
              comparedWith={compare === 'none' ? null : t(`comparedWith.${compare}`)}
            />
            {refused && (
              <Text size="sm" c="dimmed">
                {t('someClosed')}
              </Text>
            )}
            <WhyHidden rows={[...rows, ...(further.data?.rows ?? [])]} />
            {editions.length > 0 && (
              <Text size="sm" c="dimmed">
                {t('editions', {
                  list: editions
                    .map(({ month, number }) => `${dayOf(month).slice(3)} (${t('edition', { number })})`)
                    .join(', '),
                })}
              </Text>
            )}
          </>
        )}
      </Answer>
    </Section>
  );
}
