import { MantineProvider } from '@mantine/core';
import { DatesProvider } from '@mantine/dates';
import { useMediaQuery } from '@mantine/hooks';
import { Notifications } from '@mantine/notifications';
import { type ReactNode, useEffect, useMemo } from 'react';
import 'dayjs/locale/en-gb';
import { drawnAs, useAppearance } from './appearance.ts';
import { theme, variablesOf } from './theme.ts';

/** Gives everything inside it the look the person chose, under the content policy's nonce. */
export function ThemeProvider({ nonce, children }: { readonly nonce: string; readonly children: ReactNode }): ReactNode {
  const chosen = useAppearance((state) => state.chosen);
  const dark = useMediaQuery('(prefers-color-scheme: dark)', false, { getInitialValueInEffect: false }) ?? false;
  const moreContrast = useMediaQuery('(prefers-contrast: more)', false, { getInitialValueInEffect: false }) ?? false;
  const { scheme, contrastMore } = drawnAs(chosen, { dark, moreContrast });
  const resolver = useMemo(() => variablesOf(contrastMore), [contrastMore]);
  useEffect(() => {
    if (contrastMore) document.documentElement.dataset['contrast'] = 'more';
    else delete document.documentElement.dataset['contrast'];
  }, [contrastMore]);
  return (
    <MantineProvider
      theme={theme}
      forceColorScheme={scheme}
      cssVariablesResolver={resolver}
      getStyleNonce={() => nonce}
      deduplicateCssVariables={false}
    >
      <DatesProvider settings={{ locale: 'en-gb', firstDayOfWeek: 1, weekendDays: [0, 6] }}>
        {children}
        {/* In the corner where nothing is pressed or marked: the marking, the buttons of a page and its form stay in view. */}
        <Notifications position="bottom-left" limit={4} autoClose={6000} containerWidth="20rem" className="notices" />
      </DatesProvider>
    </MantineProvider>
  );
}
