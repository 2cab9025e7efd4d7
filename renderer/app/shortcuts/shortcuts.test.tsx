import { act, type ReactNode } from 'react';
import { createRoot } from 'react-dom/client';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { useShortcut, useShortcuts } from './shortcuts.ts';

Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true });

let host: HTMLElement;
let stop: () => void;
const done: string[] = [];

function Keys({ says = 'Record decision', enabled = true }: { readonly says?: string; readonly enabled?: boolean }): ReactNode {
  useShortcut('d', says, () => done.push(says), { enabled });
  useShortcut('mod+enter', 'Finish', () => done.push('finish'), { inFields: true });
  return <input aria-label="field" />;
}

function draw(node: ReactNode): void {
  const root = createRoot(host);
  act(() => root.render(node));
  stop = () => act(() => root.unmount());
}

function press(key: string, on: EventTarget = document.body, more: KeyboardEventInit = {}): void {
  const code = key === 'Enter' ? 'Enter' : `Key${key.toUpperCase()}`;
  act(() => {
    on.dispatchEvent(new KeyboardEvent('keydown', { key, code, bubbles: true, cancelable: true, ...more }));
    on.dispatchEvent(new KeyboardEvent('keyup', { key, code, bubbles: true, ...more }));
  });
}

beforeEach(() => {
  done.length = 0;
  host = document.body.appendChild(document.createElement('div'));
});
afterEach(() => {
  stop();
  document.body.replaceChildren();
});

test('a letter does its work while no field has the focus, and is typed while one has', () => {
  draw(<Keys />);
  press('d');
  expect(done).toEqual(['Record decision']);
  const field = document.querySelector('input');
  field?.focus();
  if (field) press('d', field);
  expect(done).toEqual(['Record decision']);
});

test('a combination meant for fields works inside them', () => {
  draw(<Keys />);
  const field = document.querySelector('input');
  if (field) press('Enter', field, { ctrlKey: true });
  expect(done).toEqual(['finish']);
});

test('the keys of a page rest while a dialogue is over it', () => {
  draw(<Keys />);
  const dialogue = document.createElement('div');
  dialogue.setAttribute('role', 'dialog');
  dialogue.setAttribute('aria-modal', 'true');
  document.body.append(dialogue);
  press('d');
  expect(done).toEqual([]);
});

test('the sheet lists what works just now and nothing else', () => {
  draw(<Keys says="Record decision" />);
  expect(useShortcuts.getState().shortcuts.map((one) => one.says)).toEqual(['Record decision', 'Finish']);
  stop();
  expect(useShortcuts.getState().shortcuts).toEqual([]);
  draw(<Keys enabled={false} />);
  expect(useShortcuts.getState().shortcuts.map((one) => one.says)).toEqual(['Finish']);
});
