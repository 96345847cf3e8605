import type { Output } from '@luutru/client';
import { Paper, Stack, Text, Title } from '@mantine/core';
import { useLanguage } from '../../../i18n/use-language';

/** What is agreed to, in the words of the server, so that what was shown is what is kept as agreed. */
export function Purpose({ consent }: { consent: Output<'getDesk'>['consent'] }) {
  const language = useLanguage();
  const [first, ...others] = consent.paragraphs;
  if (!first) return null;
  return (
    <Paper withBorder p="sm" component="section" aria-labelledby="purpose">
      <Stack gap="xs">
        <Title order={2} size="h5" id="purpose">
          {first.title[language]}
        </Title>
        <Text size="sm">{first.text[language]}</Text>
        {others.map(({ title, text }) => (
          <details key={title.vi}>
            <summary>
              <Text span size="sm" fw={600}>
                {title[language]}
              </Text>
            </summary>
            <Text size="sm" pt={4}>
              {text[language]}
            </Text>
          </details>
        ))}
      </Stack>
    </Paper>
  );
}
