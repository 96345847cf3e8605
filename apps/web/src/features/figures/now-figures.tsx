import { SimpleGrid, Paper, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { ask } from '../../api/ask';
import { whileActive } from '../../api/while-active';
import { Section } from '../../app/section';
import { showMoment } from '../../i18n/format';
import { Answer } from '../../states/answer';
import { Empty } from '../../states/states';
import { useFigureText, useIndicators } from './figure-text';
import classes from './figures.module.css';

const EVERY_MS = 60_000;

/** Who is there at this moment, within the area or a ward of it. */
export function NowFigures({ ward, policy }: { ward: string | undefined; policy: string | undefined }) {
  const { t } = useTranslation('figures');
  const { nameOf } = useIndicators();
  const text = useFigureText();
  const query = useQuery({
    ...ask('getPeopleInHouse', {
      query: { ...(ward !== undefined && { ward }), ...(policy !== undefined && { policy }) },
    }),
    refetchInterval: whileActive(EVERY_MS),
  });
  return (
    <Section title={t('now.title')}>
      <Answer query={query} empty={({ rows }) => rows.length === 0 && <Empty title={t('nothing')} />}>
        {({ rows: [row], asOf, roundedTo }) => (
          <>
            <SimpleGrid component="ul" cols={{ base: 1, xs: 3 }} spacing="sm" className={classes.tiles}>
              {Object.keys(row?.values ?? {}).map((measure) => (
                <Paper component="li" withBorder p="sm" key={measure}>
                  <Title order={3} size="sm" fw={600} c="dimmed">
                    {nameOf(measure)}
                  </Title>
                  <Text fw={700} className={row?.values[measure] == null ? classes.untold : classes.told}>
                    {text(row?.values[measure], row?.hidden[measure], 'people')}
                  </Text>
                </Paper>
              ))}
            </SimpleGrid>
            <Text size="sm" c="dimmed">
              {t('now.asOf', { at: asOf === null ? '…' : showMoment(asOf) })}
              {roundedTo !== null && ` ${t('now.rounded', { to: roundedTo })}`}
            </Text>
          </>
        )}
      </Answer>
    </Section>
  );
}
