import type { Session } from 'electron';

/** Nobody listens there: a last stop for whatever would slip past the rules before it. */
const DEAD_PROXY = 'http://127.0.0.1:9';
const REFUSE_CERTIFICATE = -2;

/**
 * Shuts a session: no request but to the addresses that begin with one of `allowed` (and what a page holds itself, data: and blob:),
 * no permission, no device, no download, no certificate, no dictionary, no proxy that leads anywhere.
 */
export function closeSession(session: Session, allowed: readonly string[]): void {
  session.webRequest.onBeforeRequest((details, answer) => {
    const held = details.url.startsWith('data:') || allowed.some((origin) => details.url.startsWith(`blob:${origin}`));
    answer({ cancel: !held && !allowed.some((address) => details.url.startsWith(address)) });
  });
  session.setPermissionRequestHandler((_contents, _permission, answer) => answer(false));
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
  session.setCertificateVerifyProc((_request, answer) => answer(REFUSE_CERTIFICATE));
  session.on('will-download', (event) => event.preventDefault());
  session.setSpellCheckerEnabled(false);
  // Only while developing is an address of the network among the allowed ones: the development server on this machine.
  if (allowed.some((address) => /^(https?|wss?):/.test(address))) return;
  void session.setProxy({ mode: 'fixed_servers', proxyRules: DEAD_PROXY, proxyBypassRules: '<-loopback>' });
  session.enableNetworkEmulation({ offline: true });
}
