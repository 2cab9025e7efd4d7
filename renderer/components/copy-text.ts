/**
 * Puts text into the clipboard when a person asked for it by a key or click; false when the browser would not.
 * The newer clipboard interface needs a permission, and the window is denied every permission.
 */
export function copyText(text: string): boolean {
  const allow = (event: Event): void => event.preventDefault();
  const put = (event: ClipboardEvent): void => {
    event.clipboardData?.setData('text/plain', text);
    event.preventDefault();
  };
  document.addEventListener('beforecopy', allow, { once: true });
  document.addEventListener('copy', put, { once: true });
  try {
    return document.execCommand('copy');
  } finally {
    document.removeEventListener('beforecopy', allow);
    document.removeEventListener('copy', put);
  }
}
