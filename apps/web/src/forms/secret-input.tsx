import { PasswordInput, type PasswordInputProps } from '@mantine/core';
import { useTranslation } from 'react-i18next';

/** A password field that says when it is wrong to those who do not see it, and whose eye can be reached by keyboard. */
export function SecretInput(props: PasswordInputProps) {
  const { t } = useTranslation('common');
  return (
    <PasswordInput
      aria-invalid={props.error ? true : undefined}
      visibilityToggleButtonProps={{ 'aria-label': t('actions.showPassword'), tabIndex: 0, 'aria-hidden': false }}
      {...props}
    />
  );
}
