import { type ReactNode, Suspense, useEffect, useRef, useState } from 'react';
import { Route as Match, Router, Switch } from 'wouter';
import { goTo, rememberLocation, useLocationStore, useMemoryPath, useMemorySearch } from '#renderer/app/location.ts';
import { routes, sectionPath } from '#renderer/app/routes.tsx';
import { useActor, useSession } from '#renderer/app/session/session.ts';
import { useLockNow } from '#renderer/app/session/use-lock.ts';
import { useShortcut } from '#renderer/app/shortcuts/shortcuts.ts';
import { sections } from '#renderer/app/sections.ts';
import { PageLoading } from '#renderer/components/page.tsx';
import { TodayBadges } from '#renderer/features/today/today-badges.tsx';
import { Palette } from '#renderer/features/search/palette.tsx';
import { appText } from '#renderer/text/app.ts';
import { useAnnouncement } from './announce.ts';
import { DetailsSlotContext } from './details-slot.ts';
import { MarkingStrip } from './marking-strip.tsx';
import { Navigation } from './navigation.tsx';
import { NotHerePage } from './not-here.page.tsx';
import { PageBoundary } from './page-boundary.tsx';
import styles from './shell.module.css';
import { SampleWatermark } from './sample-watermark.tsx';
import { ShortcutSheet } from './shortcut-sheet.tsx';
import { StatusBar } from './status-bar.tsx';

/** The frame around every page for someone signed in: marking, navigation, page, details, status; and the keys that work everywhere. */
export function Shell(): ReactNode {
  const actor = useActor();
  const sample = useSession((state) => state.session?.sample ?? false);
  const [path] = useMemoryPath();
  const [slot, setSlot] = useState<HTMLElement | null>(null);
  const [sheetOpen, setSheetOpen] = useState(false);
  const [paletteOpen, setPaletteOpen] = useState(false);
  const main = useRef<HTMLElement>(null);
  const { lockNow, switchPerson } = useLockNow();
  const mine = routes.filter((route) => route.mayUse(actor));

  useShortcut('mod+k', appText.shortcuts.palette, () => setPaletteOpen(true), { inFields: true, where: 'everywhere' });
  useShortcut('?', appText.shortcuts.sheet, () => setSheetOpen(true), { where: 'everywhere' });
  useShortcut('mod+l', appText.shortcuts.lock, lockNow, { inFields: true, where: 'everywhere' });
  useShortcut('mod+shift+l', appText.shortcuts.switchPerson, switchPerson, { inFields: true, where: 'everywhere' });
  useShortcut('alt+arrowleft', appText.shortcuts.back, () => useLocationStore.getState().back(), { inFields: true, where: 'everywhere' });
  useShortcut('alt+arrowright', appText.shortcuts.back, () => useLocationStore.getState().forward(), {
    inFields: true,
    where: 'everywhere',
    unlisted: true,
  });

  // A new page begins at its top with the focus on it, so that the keyboard goes on from there.
  useEffect(() => {
    rememberLocation(actor.personId, path);
    main.current?.scrollTo(0, 0);
    main.current?.focus({ preventScroll: true });
  }, [actor.personId, path]);

  return (
    <Router hook={useMemoryPath} searchHook={useMemorySearch}>
      <DetailsSlotContext value={slot}>
        <div className={styles['root']} data-sample={sample || undefined}>
          <button type="button" className={styles['skip']} onClick={() => main.current?.focus()}>
            {appText.skipLink}
          </button>
          <MarkingStrip />
          <div className={styles['middle']}>
            <Navigation onPalette={() => setPaletteOpen(true)} />
            <main ref={main} id="page" className={styles['main']} tabIndex={-1}>
              <PageBoundary key={path}>
                <Suspense fallback={<PageLoading />}>
                  <Switch>
                    {mine.map((route) => (
                      <Match key={route.path} path={route.path} component={route.page} />
                    ))}
                    <Match component={NotHerePage} />
                  </Switch>
                </Suspense>
              </PageBoundary>
            </main>
            <div ref={setSlot} className={styles['details']} />
          </div>
          <StatusBar onLock={lockNow} onSwitch={switchPerson} />
          {sample && <SampleWatermark />}
        </div>
        {paletteOpen && <Palette onClose={() => setPaletteOpen(false)} />}
        <ShortcutSheet open={sheetOpen} onClose={() => setSheetOpen(false)} />
        {!path.startsWith('/meetings/') && <TodayBadges />}
        <SectionKeys />
        <LiveRegion />
      </DetailsSlotContext>
    </Router>
  );
}

function SectionKeys(): ReactNode {
  const actor = useActor();
  return sections
    .filter((section) => routes.some((route) => route.section === section.id && route.mayUse(actor)))
    .map((section) => <SectionKey key={section.id} letter={section.key} label={section.label} path={sectionPath(section.id, actor)} />);
}

function SectionKey({ letter, label, path }: { readonly letter: string; readonly label: string; readonly path: string }): ReactNode {
  useShortcut(`g>${letter}`, appText.shortcuts.section(label), () => goTo(path), { where: 'everywhere' });
  return null;
}

function LiveRegion(): ReactNode {
  const { text, count } = useAnnouncement();
  return (
    <div className={styles['live']} role="status" aria-live="polite">
      <span key={count}>{text}</span>
    </div>
  );
}
